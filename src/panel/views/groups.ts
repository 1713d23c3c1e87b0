import type { OpenConversation } from "../../core/readiness/overview.ts";

export type GroupBy = "seam" | "turn";

export interface Group {
  readonly key: string;
  readonly title: string;
  readonly hint: string;
  readonly conversations: readonly OpenConversation[];
}

interface Kind {
  readonly key: string;
  readonly title: string;
  readonly hint: string;
  readonly holds: (one: OpenConversation) => boolean;
}

const seams: readonly Kind[] = [
  {
    key: "handoff",
    title: "Handoff",
    hint: "The why, the odd cases and the limits: what one side knows and the other needs",
    holds: ({ seam }) => seam === "handoff",
  },
  {
    key: "prioritisation",
    title: "Prioritisation",
    hint: "What comes first, and what it costs the rest",
    holds: ({ seam }) => seam === "prioritisation",
  },
  {
    key: "narrative",
    title: "Narrative",
    hint: "Which option, how long, what was learned: facts, not stories",
    holds: ({ seam }) => seam === "narrative",
  },
];

const others = (owner: OpenConversation["owner"]): Kind["holds"] => {
  return (one) => !one.mine && one.owner === owner;
};

const turns: readonly Kind[] = [
  { key: "mine", title: "Your turn", hint: "These are waiting for you", holds: ({ mine }) => mine },
  { key: "product", title: "Product", hint: "Product is next", holds: others("product") },
  { key: "engineering", title: "Engineering", hint: "Engineering is next", holds: others("engineering") },
  { key: "both", title: "Both", hint: "A conversation for both sides", holds: others("both") },
  {
    key: "managers",
    title: "Managers",
    hint: "Raised to them: the pair could not settle it",
    holds: others("managers"),
  },
];

/**
 * Every conversation once, in groups that have some: those before the next status first, then those that have waited
 * longest, else in the document's order.
 */
export function grouped(conversations: readonly OpenConversation[], by: GroupBy): Group[] {
  const kinds = by === "seam" ? seams : turns;
  return kinds.flatMap(({ key, title, hint, holds }) => {
    const own = conversations.filter(holds);
    own.sort((a, b) => Number(b.blocks) - Number(a.blocks) || (b.days ?? -1) - (a.days ?? -1));
    return own.length === 0 ? [] : [{ key, title, hint, conversations: own }];
  });
}
