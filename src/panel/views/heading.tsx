import type { ComponentChildren, VNode } from "preact";

interface HeadingProps {
  /** 1 to 6. */
  readonly level: number;
  readonly children: ComponentChildren;
}

/** A heading of a level that depends on where the view stands: one PRD in a panel, or several in a page. */
export function Heading({ level, children }: HeadingProps): VNode {
  const Tag = `h${Math.min(6, level)}` as "h1";
  return <Tag class={`h${level}`}>{children}</Tag>;
}
