import { QuickPickItemKind, ThemeIcon } from "vscode";
import type { QuickPickItem } from "vscode";
import type { Conversation } from "../../core/readiness/conversations.ts";
import { selectIn } from "../edits.ts";
import type { OpenPrd } from "../services/open-prds.ts";

/** A line of a list; those that lead somewhere say where. */
export type ConversationItem = QuickPickItem & { readonly conversation?: Conversation };

const turns = {
  product: "product",
  engineering: "engineering",
  both: "both of you",
  managers: "your managers",
} as const;

/** A heading with its conversations; nothing where there are none. */
export function grouped(label: string, some: readonly Conversation[]): ConversationItem[] {
  if (some.length === 0) return [];
  return [{ label, kind: QuickPickItemKind.Separator }, ...some.map(itemOf)];
}

/** Conversations by whose turn it is. */
export function byTurn(some: readonly Conversation[]): ConversationItem[] {
  return (["product", "engineering", "both", "managers"] as const).flatMap((owner) =>
    grouped(
      `For ${turns[owner]}`,
      some.filter((one) => one.owner === owner),
    ),
  );
}

/**
 * Goes to what was picked in a list.
 *
 * @param now the conversations of the text as it stands, which may have changed since the list was made
 */
export async function goToPicked(
  { document }: OpenPrd,
  picked: Conversation,
  now: readonly Conversation[],
): Promise<void> {
  const same = now.filter(
    ({ about, id, code, text }) =>
      about === picked.about && id === picked.id && code === picked.code && text === picked.text,
  );
  // Of several that say the same, the one that stands nearest to where it stood.
  const [nearest] = same.sort((a, b) => Math.abs(a.start - picked.start) - Math.abs(b.start - picked.start));
  if (nearest !== undefined) await selectIn(document.uri, nearest);
}

const icons = {
  problem: "comment",
  constraint: "law",
  question: "question",
  assumption: "beaker",
  disagreement: "comment-discussion",
};

function itemOf(conversation: Conversation): ConversationItem {
  const { text, about, owner, people, days, due, line, code } = conversation;
  const parts = [people.length === 0 ? turns[owner] : people.join(", "), `line ${line}`];
  if (days !== undefined) parts.push(days === 0 ? "since today" : `${days} ${days === 1 ? "day" : "days"}`);
  if (due !== undefined) parts.push(`wanted by ${due}`);
  if (code !== undefined) parts.push(code);
  return { label: text, detail: parts.join(" · "), iconPath: new ThemeIcon(icons[about]), conversation };
}
