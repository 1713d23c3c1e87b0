import { EventEmitter, window } from "vscode";
import type { Disposable, Event } from "vscode";

/** Which day it is for the person in front of the editor. */
export interface Clock extends Disposable {
  /** `YYYY-MM-DD` in local time. */
  today(): string;
  /** Fires when the person comes back on another day. */
  readonly onNewDay: Event<void>;
}

/** @param fixed the day that it always is; the real one when absent */
export function createClock(fixed?: string): Clock {
  const changed = new EventEmitter<void>();
  const today = (): string => fixed ?? localDay();
  let last = today();
  const focus = window.onDidChangeWindowState(({ focused }) => {
    if (!focused || last === today()) return;
    last = today();
    changed.fire();
  });
  return {
    today,
    onNewDay: changed.event,
    dispose() {
      focus.dispose();
      changed.dispose();
    },
  };
}

function localDay(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
