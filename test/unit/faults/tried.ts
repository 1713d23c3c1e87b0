import { adopt } from "../../../src/core/adopt/adopt.ts";
import { checkDocument } from "../../../src/core/check/check.ts";
import { parseConfig } from "../../../src/core/config/parse-config.ts";
import { saysFacet } from "../../../src/core/document/coverage.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import { facetNames } from "../../../src/core/format/section-names.ts";
import type { FacetName } from "../../../src/core/format/section-names.ts";
import type { Status } from "../../../src/core/format/status.ts";
import type { RuleCode } from "../../../src/core/problem.ts";
import { outline } from "../../../src/core/outline/outline.ts";
import type { Outline } from "../../../src/core/outline/model.ts";
import type { Range } from "../../../src/core/text/range.ts";
import { matrixOf } from "../../../src/core/readiness/matrix.ts";
import { applyEdits } from "../../../src/core/text/range.ts";

/** What Seamwork makes of a text. */
export interface Tried {
  /** The requirements by id or title, and the facets that each answers. */
  readonly seen: Readonly<Record<string, readonly FacetName[]>>;
  /** What a rule points at, and each place of one that speaks of several. */
  readonly places: (code: RuleCode) => readonly string[];
  readonly messages: (code: RuleCode) => readonly string[];
  readonly codes: readonly RuleCode[];
  readonly outline: Outline;
  /** What the readiness view shows of each requirement, `missing` included. */
  readonly matrix: () => Readonly<Record<string, readonly string[]>>;
  /** The text that adopting leaves. */
  readonly adopted: () => string;
}

/** A PRD with this body; `language` is the team's. */
export function tried(
  body: string,
  {
    status = "in-review",
    language = "en",
  }: { readonly status?: Status; readonly language?: string | undefined } = {},
): Tried {
  const text = body.startsWith("---\n")
    ? body
    : `---\nprd: PRD-042\nschema: prd/1\nstatus: ${status}\npm: "@lena"\neng: "@mara"\n---\n\n${body}`;
  const { config } = parseConfig(`version: 1\nlanguage: ${language}\n`, "seamwork.yaml");
  const document = parseDocument(text, config);
  const problems = checkDocument(document, { config, today: "2026-08-01" });
  const of = (code: RuleCode): typeof problems => problems.filter((one) => one.code === code);
  return {
    seen: Object.fromEntries(
      document.requirements.map((one) => [one.id, facetNames.filter((name) => saysFacet(one, name))]),
    ),
    places: (code) =>
      of(code)
        .flatMap((one): readonly Range[] => one.related ?? [one])
        .map(({ start, end }) => text.slice(start, end)),
    messages: (code) => of(code).map(({ message }) => message),
    codes: [...new Set(problems.map(({ code }) => code))].sort(),
    outline: outline(document, "prds/bikes.prd.md", config),
    matrix: () =>
      Object.fromEntries(
        matrixOf(document, config, "2026-08-01").rows.map(({ id, cells }) => [
          id,
          cells.map(({ said }) => said),
        ]),
      ),
    adopted: () =>
      applyEdits(body, adopt(body, { config, path: "prds/bikes.md", takenIds: [] }).edits).replace(
        /^---\n[^]*?\n---\n\n/,
        "",
      ),
  };
}
