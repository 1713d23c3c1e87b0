import type { AnyAnnotation } from "../document/at.ts";
import type { PrdDocument, Question } from "../document/model.ts";
import { assumptionState, constraintState, disagreementState, questionState } from "../document/state.ts";
import { daysBetween } from "../text/days.ts";
import { count } from "../words/count.ts";
import { capital } from "../words/sentence.ts";
import { assumptionWords, constraintWords, disagreementWords, questionWords } from "../words/standing.ts";

/** One sentence on how things stand: whose turn it is, and since when. Undefined for what has no state. */
export function standing(
  annotation: AnyAnnotation,
  document: Pick<PrdDocument, "disagreements">,
  today: string,
): string | undefined {
  switch (annotation.kind) {
    case "constraint": {
      const { state, since, disputed } = constraintState(annotation, document);
      const when = state === "settled" ? on(since) : sinceDay(since, today);
      return `${capital(constraintWords(state, disputed).words)}${when}.`;
    }
    case "question": {
      const { state, since, disputed } = questionState(annotation, document);
      const when =
        state === "settled"
          ? on(since)
          : state === "disputed"
            ? sinceDay(since, today)
            : by(annotation, today);
      return `${capital(questionWords(state, disputed).words)}${when}.`;
    }
    case "assumption": {
      const { state, since } = assumptionState(annotation);
      return `${capital(assumptionWords(state).words)}${on(since)}.`;
    }
    case "disagreement": {
      const { state, since, tier } = disagreementState(annotation);
      const when = state === "settled" ? on(since) : sinceDay(since, today);
      return `${capital(disagreementWords(state, tier).words)}${when}.`;
    }
    case "edge-case":
      return annotation.outcome === undefined ? "What should happen is not written yet." : undefined;
  }
}

function on(day: string | undefined): string {
  return day === undefined ? "" : ` on ${day}`;
}

function sinceDay(since: string | undefined, today: string): string {
  const days = since === undefined ? undefined : daysBetween(since, today);
  if (since === undefined || days === undefined || days < 0) return "";
  return ` since ${since} (${count(days, "day")})`;
}

function by({ head }: Question, today: string): string {
  if (head?.date === undefined) return "";
  return head.date < today ? `; an answer was hoped for by ${head.date}` : `, wanted by ${head.date}`;
}
