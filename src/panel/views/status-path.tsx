import type { VNode } from "preact";
import type { PrdOverview, StatusStep } from "../../core/readiness/overview.ts";
import type { Does } from "./does.ts";
import { capital } from "../../core/words/sentence.ts";
import { count, figure } from "../../core/words/count.ts";
import { statusName, stepName } from "../../core/words/status.ts";

const said: Record<StatusStep["state"], string> = {
  done: "behind",
  here: "now",
  next: "next",
  later: "later",
};

/** The way from draft to closed, where the PRD stands on it, and what comes before the next step. */
export function StatusPath({ overview, does }: { overview: PrdOverview; does?: Does | undefined }): VNode {
  const { steps, next, blockedBy } = overview.path;
  return (
    <div class="path">
      <ol aria-label="Status">
        {steps.map(({ status, state }) => (
          <li key={status} class={state} aria-current={state === "here" ? "step" : undefined}>
            <span class="dot" />
            <span class="step">{statusName(status)}</span>
            <span class="sr">, {said[state]}</span>
          </li>
        ))}
      </ol>
      <p class={next !== undefined && blockedBy.length === 0 ? "verdict ready" : "verdict"}>
        <span>{verdict(overview)}</span>
        {does !== undefined && next !== undefined && blockedBy.length === 0 && (
          <button type="button" class="primary" onClick={() => does.run("moveOn")}>
            Move to {statusName(next)}
          </button>
        )}
      </p>
    </div>
  );
}

function verdict({ path: { next, blockedBy }, status, open }: PrdOverview): VNode | string {
  if (next === undefined) {
    return open === 0
      ? `${capital(statusName(status))}, and nothing is open.`
      : `${capital(statusName(status))}, with ${count(open, "open conversation")}.`;
  }
  if (blockedBy.length === 0)
    return `Ready for ${stepName(next)}${open === 0 ? "" : `; ${figure(open)} open`}.`;
  return (
    <>
      <b>{count(blockedBy.length, "conversation")}</b> before {stepName(next)}; {figure(open)} open
    </>
  );
}
