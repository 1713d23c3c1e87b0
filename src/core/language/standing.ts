import type { AnyAnnotation } from "../document/at.ts";
import type { Question } from "../document/model.ts";
import { assumptionState, constraintState, disagreementState, questionState } from "../document/state.ts";
import { daysBetween } from "../text/days.ts";

/** One sentence on how things stand: whose turn it is, and since when. Undefined for what has no state. */
export function standing(annotation: AnyAnnotation, today: string): string | undefined {
  switch (annotation.kind) {
    case "constraint": {
      const { state, since } = constraintState(annotation);
      if (state === "settled") return `Settled${on(since)}.`;
      return `Waits for ${state === "waits for product" ? "product" : "engineering"}${for_(since, today)}.`;
    }
    case "question": {
      const { state, since } = questionState(annotation);
      return state === "settled" ? `Answered${on(since)}.` : `Open${by(annotation, today)}.`;
    }
    case "assumption": {
      const { state, since } = assumptionState(annotation);
      return state === "untested" ? "Not tested yet." : `${state === "held" ? "Held" : "Broke"}${on(since)}.`;
    }
    case "disagreement": {
      const { state, since, tier } = disagreementState(annotation);
      return state === "settled" ? `Resolved${on(since)}.` : `Open at tier ${tier}${for_(since, today)}.`;
    }
    case "edge-case":
      return annotation.outcome === undefined ? "What should happen is not written yet." : undefined;
  }
}

function on(day: string | undefined): string {
  return day === undefined ? "" : ` on ${day}`;
}

function for_(since: string | undefined, today: string): string {
  const days = since === undefined ? undefined : daysBetween(since, today);
  if (since === undefined || days === undefined || days < 0) return "";
  return ` since ${since} (${days === 1 ? "1 day" : `${days} days`})`;
}

function by({ head }: Question, today: string): string {
  if (head?.date === undefined) return "";
  return head.date < today ? `; an answer was hoped for by ${head.date}` : `, wanted by ${head.date}`;
}
