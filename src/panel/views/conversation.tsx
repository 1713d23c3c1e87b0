import type { VNode } from "preact";
import type { OpenConversation } from "../../core/readiness/overview.ts";
import type { Does } from "./does.ts";
import { dueWords, waited } from "../../core/words/days.ts";
import { statusName } from "../../core/words/status.ts";
import { names } from "./people.ts";

const severities = { error: "Must be settled", warning: "Should be settled", information: "Worth a look" };

/** What a conversation's mark says to somebody who does not see it. */
function weight({ severity, blocks }: OpenConversation, next: string | undefined): string {
  if (blocks && next !== undefined) return `Before ${statusName(next)}`;
  return severity === undefined ? "Open" : severities[severity];
}

interface ConversationProps {
  readonly conversation: OpenConversation;
  readonly next: string | undefined;
  readonly does: Does | undefined;
}

/** One thing to talk about: what, whose turn it is, since when, and the next step. */
export function Conversation({ conversation, next, does }: ConversationProps): VNode {
  const { key, text, severity, blocks, line, code, actions } = conversation;
  const label = weight(conversation, next);
  return (
    <li class={`conversation ${blocks ? "blocks" : (severity ?? "open")}`}>
      <span class="weight" title={label}>
        <span class="sr">{label}: </span>
      </span>
      <div class="said">
        {does === undefined ? (
          <p class="text">{text}</p>
        ) : (
          <button
            type="button"
            class="text"
            title={`Go to line ${line}`}
            onClick={() => does.goTo(conversation)}
          >
            {text}
          </button>
        )}
        <p class="meta">
          <Turn conversation={conversation} />
          <Since conversation={conversation} />
          {blocks && next !== undefined && <span class="before">before {statusName(next)}</span>}
          <span>line {line}</span>
          {code !== undefined && <span class="code">{code}</span>}
        </p>
        {does !== undefined && (
          <p class="actions">
            {actions.map((action, index) => (
              <button
                key={action.kind}
                type="button"
                class={index === 0 ? "do" : "do quiet"}
                onClick={() => does.act(key, action)}
              >
                {action.label}
              </button>
            ))}
          </p>
        )}
      </div>
    </li>
  );
}

function Turn({ conversation: { owner, people, mine } }: { conversation: OpenConversation }): VNode {
  const who = people.length === 0 ? owner : names(people);
  return (
    <span
      class={mine ? "turn mine" : "turn"}
      title={people.map(({ handle }) => handle).join(", ") || undefined}
    >
      {who}
      {mine && " (you)"}
    </span>
  );
}

function Since({ conversation: { days, due, overdue } }: { conversation: OpenConversation }): VNode {
  return (
    <>
      {days !== undefined && <span class="age">{waited(days)}</span>}
      {due !== undefined && <span class={overdue ? "due late" : "due"}>{dueWords(due, overdue)}</span>}
    </>
  );
}
