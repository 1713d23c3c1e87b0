import type { VNode } from "preact";
import type { NothingMessage } from "../messages.ts";
import type { Does } from "./does.ts";

interface NothingProps {
  readonly because: NothingMessage["because"];
  readonly does: Does;
}

/** What stands here while no PRD is open. */
export function Nothing({ because, does }: NothingProps): VNode {
  if (because === "candidate") {
    return (
      <div class="nothing">
        <p>This document has no PRD header yet. Adopting it adds one and keeps every word.</p>
        <button type="button" class="primary" onClick={() => does.run("adopt")}>
          Adopt it
        </button>
      </div>
    );
  }
  return (
    <div class="nothing">
      <p>Open a PRD to see what is left to talk about, and with whom.</p>
      <button type="button" class="primary" onClick={() => does.show("library")}>
        See all PRDs
      </button>
      <button type="button" class="link" onClick={() => does.run("newPrd")}>
        Write a new one
      </button>
    </div>
  );
}
