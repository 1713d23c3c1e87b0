import type { ComponentChildren, VNode } from "preact";
import type { PanelTab } from "../messages.ts";
import type { Does } from "./does.ts";

const tabs: readonly (readonly [PanelTab, string])[] = [
  ["prd", "This PRD"],
  ["library", "All PRDs"],
];

interface TabsProps {
  readonly tab: PanelTab;
  readonly does: Does;
  readonly children: ComponentChildren;
}

interface Key {
  readonly key: string;
  preventDefault(): void;
}

/** The two tabs and what the chosen one shows. The arrow keys choose, as tabs do elsewhere. */
export function Tabs({ tab, does, children }: TabsProps): VNode {
  // From the tab that has the focus: a second key may come before the choice of the first one is drawn.
  const choose = (event: Key, from: PanelTab): void => {
    if (!/^(?:Arrow(?:Left|Right)|Home|End)$/.test(event.key)) return;
    event.preventDefault();
    does.show(event.key === "Home" ? "prd" : event.key === "End" || from === "prd" ? "library" : "prd");
  };
  return (
    <main>
      <div role="tablist" aria-label="Readiness">
        {tabs.map(([key, label]) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`tab-${key}`}
            aria-selected={tab === key}
            aria-controls="tab-panel"
            tabIndex={tab === key ? 0 : -1}
            onClick={() => does.show(key)}
            onKeyDown={(event: Key) => choose(event, key)}
          >
            {label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="tab-panel" aria-labelledby={`tab-${tab}`}>
        {children}
      </div>
    </main>
  );
}
