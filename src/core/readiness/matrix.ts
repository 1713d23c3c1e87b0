import type { Config } from "../config/config.ts";
import { saysFacet } from "../document/coverage.ts";
import { idKey } from "../recognise/ids.ts";
import type { PrdDocument, Requirement } from "../document/model.ts";
import { asRead } from "../document/moved.ts";
import type { FacetName } from "../format/section-names.ts";
import { constraintState } from "../document/state.ts";
import { coverageOf, isFresh } from "../review/signatures.ts";
import type { Coverage } from "../review/signatures.ts";
import { partWords } from "../review/reviewers.ts";
import type { RuleCode } from "../problem.ts";
import { checksOf, facetAnswers, limitsOf } from "./facet-answers.ts";
import type { Matrix, MatrixCell, MatrixColumn, MatrixFacet } from "./overview.ts";
import { count } from "../words/count.ts";
import { doneAgo } from "../words/days.ts";

/** The columns, with the rule that asks for the same: a team that switched it off has no such column. */
const columns: readonly { facet: MatrixFacet; label: string; code: RuleCode }[] = [
  { facet: "why", label: "Why", code: "PRD101" },
  { facet: "edgeCases", label: "Edge cases", code: "PRD103" },
  { facet: "constraints", label: "Constraints", code: "PRD107" },
  { facet: "accept", label: "Acceptance", code: "PRD105" },
  { facet: "signOff", label: "Sign-off", code: "PRD301" },
];

/** @param today for the age of sign-offs */
export function matrixOf(document: PrdDocument, config: Config, today: string): Matrix {
  const { requirements } = document;
  if (requirements.length === 0) return { columns: [], rows: [] };
  const shown = columns.filter(({ code }) => config.rules.get(code) !== "off");
  const cells = shown.map(({ facet }) =>
    facet === "signOff"
      ? coverageOf(document, config).map((one) => signOffCell(one, today))
      : facetCells(document, facet),
  );
  return {
    columns: shown.map(({ facet, label }, index): MatrixColumn => {
      const passed = (cells[index] ?? []).filter(({ state }) => state !== "missing" && state !== "stale");
      return { facet, label, passed: passed.length, of: requirements.length };
    }),
    rows: requirements.map(({ id, idRange, title, parent }, row) => ({
      id,
      title,
      child: parent !== undefined,
      start: idRange.start,
      end: idRange.end,
      cells: cells.flatMap((column) => column[row] ?? []),
    })),
  };
}

function facetCells(document: PrdDocument, facet: FacetName): MatrixCell[] {
  const { says, asked } = facetAnswers(document, facet);
  const words = wordsFor(document, facet);
  const families = document.requirements.some(({ parent }) => parent !== undefined)
    ? new Map(document.requirements.map((one, index) => [one.id, { one, index }]))
    : undefined;
  return document.requirements.map((requirement, index): MatrixCell => {
    if (asked.has(index)) {
      const facets = asRead(requirement).facets;
      const begun = facets[facet] === undefined ? requirement : (requirement.facets[facet] ?? requirement);
      const { start, end } = begun === requirement ? requirement.idRange : begun;
      return { state: "missing", said: "not yet", start, end };
    }
    if (says(requirement)) return words(requirement);
    const { start, end } = requirement.idRange;
    for (let up = requirement.parent; up !== undefined;) {
      const above = families?.get(up);
      if (above === undefined || above.index >= index) break;
      if (asked.has(above.index)) return { state: "notAsked", said: `asked at ${up}`, start, end };
      if (says(above.one)) return { state: "notAsked", said: `${up} says it`, start, end };
      up = above.one.parent;
    }
    return { state: "notAsked", said: "its parts say it", start, end };
  });
}

/** What a requirement says under a facet, in few words, and where. */
function wordsFor(document: PrdDocument, facet: FacetName): (requirement: Requirement) => MatrixCell {
  const find = counted(document, facet);
  return (requirement) => {
    const facetAsRead = saysFacet(requirement, facet) ? asRead(requirement).facets[facet] : undefined;
    const { said, elsewhere } = find(requirement);
    if (elsewhere === undefined && !saysFacet(requirement, facet)) {
      const { start, end } = requirement.idRange;
      return { state: "there", said: facet === "why" ? "its bound says it" : "said elsewhere", start, end };
    }
    const clause = requirement.evidence[facet]?.[0];
    if (facetAsRead === undefined && elsewhere === undefined && facet !== "why") {
      const { start, end } = clause ?? requirement.idRange;
      return { state: "there", said: "said in its words", start, end };
    }
    const at =
      facetAsRead === undefined
        ? (elsewhere ?? clause ?? requirement.idRange)
        : (requirement.facets[facet] ?? requirement.idRange);
    const { start, end } = at;
    const none = facetAsRead?.none;
    if (none !== undefined && elsewhere === undefined)
      return { state: "none", said: none === "seen" ? "none seen" : "none, with a reason", start, end };
    return { state: "there", said, start, end };
  };
}

interface Counted {
  readonly said: string;
  /** Where it stands, when that is no part of the requirement. */
  readonly elsewhere: { readonly start: number; readonly end: number } | undefined;
}

function counted(document: PrdDocument, facet: FacetName): (requirement: Requirement) => Counted {
  if (facet === "why")
    return (one) => ({
      said: asRead(one).facets.why === undefined ? "said in its “so that”" : "there",
      elsewhere: undefined,
    });
  if (facet === "edgeCases") {
    const cases = new Map<string, number>();
    for (const edgeCase of document.edgeCases) {
      const key = idKey(edgeCase.requirement ?? "");
      cases.set(key, (cases.get(key) ?? 0) + 1);
    }
    return ({ id }) => {
      const number = cases.get(idKey(id));
      return { said: number === undefined ? "there" : count(number, "edge case"), elsewhere: undefined };
    };
  }
  if (facet === "constraints") {
    const limits = limitsOf(document);
    return ({ id }) => {
      const own = limits.get(idKey(id)) ?? [];
      const open = own.filter((one) => constraintState(one, document).state !== "settled").length;
      const waits = open === 0 ? "" : `, ${open} ${open === 1 ? "waits" : "wait"} for an answer`;
      const first = own.find((one) => idKey(asRead(one).requirement ?? "") !== idKey(id));
      const elsewhere = own.length === 0 || first === undefined ? undefined : first.idRange;
      return { said: own.length === 0 ? "there" : `${count(own.length, "constraint")}${waits}`, elsewhere };
    };
  }
  const checks = checksOf(document);
  return (one) => {
    const lines = checks.get(idKey(one.id));
    const own = asRead(one).facets.accept?.content.length ?? 0;
    const number = own + (lines?.length ?? 0);
    return { said: number === 0 ? "there" : count(number, "line"), elsewhere: lines?.[0] };
  };
}

function signOffCell({ requirement, roles, signatures }: Coverage, today: string): MatrixCell {
  const { start, end } = requirement.idRange;
  if (roles.length === 0) return { state: "notAsked", said: "nobody needs to sign", start, end };
  const missing = roles.filter(({ state }) => state === "missing");
  const signed = signatures.filter((one) => roles.some(({ role }) => one.roles.includes(role)));
  const stale = roles.filter(({ state }) => state === "stale").map(({ role }) => role);
  const old = signed.find((one) => !isFresh(one) && one.roles.some((role) => stale.includes(role)));
  if (old !== undefined) {
    const { who, changed, since } = old;
    const said =
      changed === undefined
        ? `${who}'s sign-off does not say what it covered`
        : `${changed.map((part) => partWords[part]).join(", ")} changed since ${who} signed${doneAgo(since, today)}`;
    return { state: "stale", said, start, end };
  }
  if (missing.length > 0) {
    const rest = missing.map(({ role }) => role).join(" and ");
    const said = missing.length === roles.length ? "not signed yet" : `not signed by ${rest} yet`;
    return { state: "missing", said, start, end };
  }
  const fresh = signed.filter(isFresh);
  const latest = fresh[0]?.signOff ?? requirement.idRange;
  const said = `signed by ${fresh.map(({ who, since }) => `${who}${doneAgo(since, today)}`).join(", ")}`;
  return { state: "there", said, start: latest.start, end: latest.end };
}
