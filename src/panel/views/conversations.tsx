import type { VNode } from "preact";
import type { PrdOverview } from "../../core/readiness/overview.ts";
import { Conversation } from "./conversation.tsx";
import type { Does } from "./does.ts";
import { grouped } from "./groups.ts";
import type { Group, GroupBy } from "./groups.ts";
import { Heading } from "./heading.tsx";
import { count, figure } from "../../core/words/count.ts";

/** So many of a group are shown before somebody asks for the rest. */
export const FIRST_SHOWN = 30;

export interface ConversationsLook {
  readonly by: GroupBy;
  /** Keys of the groups that are shown whole. */
  readonly whole: ReadonlySet<string>;
}

interface ConversationsProps {
  readonly overview: PrdOverview;
  readonly look: ConversationsLook;
  readonly level: number;
  /** Undefined where nobody has said who sits in front of the screen. */
  readonly me: string | undefined;
  readonly does?: Does | undefined;
}

/** What people still have to say to each other, by seam or by whose turn it is. */
export function Conversations({ overview, look, level, me, does }: ConversationsProps): VNode {
  const { conversations, path } = overview;
  if (conversations.length === 0) {
    return (
      <section class="conversations">
        <Heading level={level}>Conversations</Heading>
        <p class="empty">Nothing is open. Everything that was asked has an answer.</p>
      </section>
    );
  }
  const shown = (group: Group): Group["conversations"] =>
    does === undefined || look.whole.has(group.key)
      ? group.conversations
      : group.conversations.slice(0, FIRST_SHOWN);
  return (
    <section class="conversations">
      <Heading level={level}>{count(conversations.length, "open conversation")}</Heading>
      {does !== undefined && (
        <div class="choice" role="group" aria-label="Group conversations">
          {(["seam", "turn"] as const).map((by) => (
            <button
              key={by}
              type="button"
              title={by === "seam" ? "Where product and engineering drift apart" : "Those that wait for you"}
              aria-pressed={look.by === by}
              onClick={() => does.group(by)}
            >
              {by === "seam" ? "By seam" : "My turn"}
            </button>
          ))}
        </div>
      )}
      {does !== undefined && look.by === "turn" && me === undefined && (
        <p class="hint">
          Which of these are yours?{" "}
          <button type="button" class="link" onClick={() => does.run("whoAmI")}>
            Say who you are
          </button>
        </p>
      )}
      {grouped(conversations, look.by).map((group) => (
        <section key={group.key} class={`group ${group.key}`}>
          <Heading level={level + 1}>
            {group.title} <span class="number">{figure(group.conversations.length)}</span>
          </Heading>
          <p class="hint">{group.hint}</p>
          <ul>
            {shown(group).map((one) => (
              <Conversation key={one.key} conversation={one} next={path.next} does={does} />
            ))}
          </ul>
          {shown(group).length < group.conversations.length && (
            <button type="button" class="more" onClick={() => does?.more(group.key)}>
              Show all {figure(group.conversations.length)}
            </button>
          )}
        </section>
      ))}
    </section>
  );
}
