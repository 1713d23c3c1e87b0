import type { VNode } from "preact";
import type { LibraryMessage, NothingMessage, OverviewMessage, PanelTab } from "../messages.ts";
import type { ConversationsLook } from "./conversations.tsx";
import type { Does } from "./does.ts";
import { Library } from "./library.tsx";
import type { LibraryLook } from "./library-order.ts";
import { Nothing } from "./nothing.tsx";
import { Overview } from "./overview.tsx";
import { Tabs } from "./tabs.tsx";

/** How somebody looks at the panel; it outlives the page. */
export interface Look {
  readonly tab: PanelTab;
  readonly conversations: ConversationsLook;
  readonly library: LibraryLook;
}

export interface PanelProps {
  /** What the extension said last; undefined until it has said something. */
  readonly prd: OverviewMessage | NothingMessage | undefined;
  readonly library: LibraryMessage | undefined;
  readonly look: Look;
  readonly does: Does;
}

/** The whole panel. */
export function Panel({ prd, library, look, does }: PanelProps): VNode {
  return (
    <Tabs tab={look.tab} does={does}>
      {look.tab === "library" ? (
        <>
          <h1 class="sr">All PRDs</h1>
          <Library
            rows={library?.rows ?? []}
            look={look.library}
            reading={library?.reading ?? true}
            me={library?.me}
            does={does}
          />
        </>
      ) : prd?.kind === "overview" ? (
        <Overview
          key={prd.document}
          overview={prd.overview}
          look={look.conversations}
          level={1}
          me={prd.me}
          does={does}
        />
      ) : (
        prd !== undefined && (
          <>
            <h1 class="sr">Readiness</h1>
            <Nothing because={prd.because} does={does} />
          </>
        )
      )}
    </Tabs>
  );
}
