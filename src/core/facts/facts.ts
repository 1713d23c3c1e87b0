import type { HeaderKey } from "../format/header-keys.ts";
import type { Disagreement, PrdDocument } from "../document/model.ts";
import { disagreementState } from "../document/state.ts";
import { isDay } from "../text/days.ts";
import { effortDays } from "../text/effort.ts";
import { cycleOf } from "./cycle.ts";
import { bucketOf } from "./model.ts";
import type { DisagreementFacts, TeamFacts } from "./model.ts";
import { retroOf } from "./retro.ts";

/** What a document tells its team; plain JSON. */
export function teamFactsOf(document: PrdDocument): TeamFacts {
  const value = (key: HeaderKey): string | undefined => document.header.field(key)?.values[0]?.text;
  const day = (key: HeaderKey): string | undefined => {
    const text = value(key);
    return text !== undefined && isDay(text) ? text : undefined;
  };
  const cycle = cycleOf(document);
  return {
    bucket: bucketOf(value("bucket")),
    cycleId: cycle === undefined ? value("cycle") : undefined,
    days: effortDays(value("effort") ?? ""),
    launch: day("launch"),
    paired: day("paired"),
    disagreements: document.disagreements.map(disagreementFacts),
    retro: retroOf(document),
    cycle,
  };
}

/** A disagreement with the way that it went: where it began, and each tier that it was raised to. */
export function disagreementFacts(disagreement: Disagreement): DisagreementFacts {
  const { state, since, tier } = disagreementState(disagreement);
  const { id, body, nature, between, idRange, answers, date } = disagreement;
  const raised = answers
    .filter((answer) => answer.verb === "Raised")
    .map((answer) => ({ tier: answer.tier ?? tier, since: answer.date }));
  return {
    start: idRange.start,
    end: idRange.end,
    id,
    text: body,
    nature,
    between,
    state,
    tier,
    path: [{ tier: disagreement.tier ?? 1, since: date }, ...raised],
    settled: state === "settled" ? since : undefined,
  };
}
