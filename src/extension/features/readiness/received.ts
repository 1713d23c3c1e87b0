import type { FromPanel, PanelCommand, PanelTab } from "../../../panel/messages.ts";

/** What the page said, as far as it fits what it may say: it shows other people's text and is not trusted. */
export type Received =
  | Exclude<FromPanel, { kind: "act" }>
  | {
      readonly kind: "act";
      readonly document: string;
      readonly key: string;
      /** Names one of the actions that the panel itself has offered for the conversation. */
      readonly action: { readonly kind: string; readonly label: string };
    };

const tabs: readonly PanelTab[] = ["prd", "library"];
const panelCommands: readonly PanelCommand[] = [
  "moveOn",
  "startReview",
  "whoAmI",
  "export",
  "adopt",
  "newPrd",
];

/** @returns undefined for everything else */
export function readMessage(message: unknown): Received | undefined {
  const { kind, tab, document, version, start, end, key, action, at, command } = fieldsOf(message);
  switch (kind) {
    case "ready":
    case "tab":
      return isOneOf(tabs, tab) ? { kind, tab } : undefined;
    case "goTo":
      return typeof document === "string" && isOffset(version) && isOffset(start) && isOffset(end)
        ? { kind, document, version, start, end }
        : undefined;
    case "act": {
      const { kind: does, label } = fieldsOf(action);
      return [document, key, does, label].every((one) => typeof one === "string")
        ? ({ kind, document, key, action: { kind: does, label } } as Received)
        : undefined;
    }
    case "open": {
      if (typeof document !== "string") return undefined;
      if (at === undefined || at === null) return { kind, document, at: undefined };
      const { start, end } = fieldsOf(at);
      return isOffset(start) && isOffset(end) ? { kind, document, at: { start, end } } : undefined;
    }
    case "run":
      return isOneOf(panelCommands, command) ? { kind, command } : undefined;
    default:
      return undefined;
  }
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isOneOf<T extends string>(all: readonly T[], value: unknown): value is T {
  return (all as readonly unknown[]).includes(value);
}
