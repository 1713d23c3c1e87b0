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
  const onKeyDown = (event: Key): void => {
    if (!/^(?:Arrow(?:Left|Right)|Home|End)$/.test(event.key)) return;
    event.preventDefault();
    does.show(event.key === "Home" ? "prd" : event.key === "End" || tab === "prd" ? "library" : "prd");
  };
  return (
    <main>
      <div role="tablist" aria-label="Readiness" onKeyDown={onKeyDown}>
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
