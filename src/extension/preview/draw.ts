import { checkDocument, checkInWorkspace, effectiveStatus } from "../../core/check/check.ts";
import type { CheckOptions } from "../../core/check/check.ts";
import type { FixPlace } from "../../core/check/fixes.ts";
import type { PrdDocument } from "../../core/document/model.ts";
import { nextStatus } from "../../core/format/status.ts";
import { readiness } from "../../core/readiness/readiness.ts";
import type { Problem } from "../../core/problem.ts";
import { decorate } from "./decorate.ts";
import { headHtml } from "./head.ts";
import { marksOf } from "./marks.ts";
import type { DrawnPrd } from "./plugin.ts";

/** @param place among the other documents, where they are known */
export function drawPrd(document: PrdDocument, options: CheckOptions, place?: FixPlace): DrawnPrd {
  const problemsAs = (as: CheckOptions["as"]): Problem[] => {
    const then = { ...options, as };
    const others = place === undefined ? [] : checkInWorkspace(document, place.path, place.index, then);
    return [...checkDocument(document, then), ...others];
  };
  const next = nextStatus(effectiveStatus(document));
  const problemsNext = next === undefined ? [] : problemsAs(next);
  const found = readiness(document, problemsAs(undefined), problemsNext, options);
  const { config, today } = options;
  const marks = marksOf(document, config, today);
  return {
    head: headHtml(document, config, found, today),
    decorate: (tokens) => decorate(tokens, marks),
  };
}
