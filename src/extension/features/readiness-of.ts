import { checkDocument, checkInWorkspace, effectiveStatus } from "../../core/check/check.ts";
import { nextStatus } from "../../core/format/status.ts";
import type { Status } from "../../core/format/status.ts";
import { readiness } from "../../core/readiness/readiness.ts";
import type { Readiness } from "../../core/readiness/readiness.ts";
import type { Problem } from "../../core/problem.ts";
import type { OpenPrd } from "../services/open-prds.ts";
import type { Services } from "../services/services.ts";

/** How far an open PRD is, by its text as it stands. */
export function readinessOf(prd: OpenPrd, services: Services): Readiness {
  const { problems } = services;
  const model = prd.model();
  const next = nextStatus(effectiveStatus(model));
  const problemsNext = next === undefined ? [] : problemsAs(prd, next, services);
  return readiness(model, problems.of(prd), problemsNext, problems.optionsFor(prd));
}

/** The problems of both passes that a PRD would have at another status. */
export function problemsAs(prd: OpenPrd, as: Status, { problems, library }: Services): Problem[] {
  const model = prd.model();
  const then = { ...problems.optionsFor(prd), as };
  const place = library.placeOf(prd.document.uri);
  const others = place === undefined ? [] : checkInWorkspace(model, place.path, place.index, then);
  return [...checkDocument(model, then), ...others];
}
