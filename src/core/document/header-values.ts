import { nearest } from "../config/nearest.ts";
import type { HeaderKey } from "../format/header-keys.ts";
import { likelyWords } from "../format/status-words.ts";
import { foldStatus, isStatus, statuses, statusOf } from "../format/status.ts";
import { isDay } from "../text/days.ts";
import { listed } from "../words/listed.ts";

/** A value that its field does not allow. */
export interface ValueProblem {
  /** Completes "`key` is `value`": what is wrong, and what is allowed. */
  readonly because: string;
  /** What was probably meant. */
  readonly meant?: string;
}

type ValueCheck = (value: string) => ValueProblem | undefined;

const checks: Readonly<Partial<Record<HeaderKey, ValueCheck>>> = {
  prd: checkId,
  status: checkStatus,
  paired: checkDay,
  launch: checkDay,
  bucket: checkBucket,
  effort: checkEffort,
  lang: checkLanguage,
};

/** @returns what is wrong with the text of a field that takes one; people and `schema` have rules of their own */
export function checkValue(key: HeaderKey, value: string): ValueProblem | undefined {
  return checks[key]?.(value);
}

function problem(because: string, meant: string | undefined): ValueProblem {
  return meant === undefined ? { because } : { because, meant };
}

const prdId = /^[A-Z][A-Z0-9]*-\d+$/;

function checkId(value: string): ValueProblem | undefined {
  if (prdId.test(value)) return undefined;
  const meant = value.toUpperCase().replace(/^([A-Z][A-Z0-9]*?)[\s_#-]*(\d+)$/, "$1-$2");
  return problem(
    "which is not an id; write capital letters, a hyphen and a number, such as `PRD-042`",
    prdId.test(meant) ? meant : undefined,
  );
}

function checkStatus(value: string): ValueProblem | undefined {
  if (isStatus(value)) return undefined;
  const word = foldStatus(value);
  const meant = statusOf(value) ?? likelyWords.get(word) ?? nearest(word.replaceAll(" ", "-"), statuses);
  return problem(`which is not a status; it can be ${list(statuses)}`, meant);
}

/** Any language may be named; those that are no tag at all are a slip. */
function checkLanguage(value: string): ValueProblem | undefined {
  if (/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(value)) return undefined;
  const meant = languageWords.get(value.toLowerCase());
  return problem("which is not a language; write its code, such as `en`, `de` or `es`", meant);
}

const languageWords: ReadonlyMap<string, string> = new Map([
  ["english", "en"],
  ["german", "de"],
  ["deutsch", "de"],
  ["spanish", "es"],
  ["español", "es"],
  ["french", "fr"],
  ["portuguese", "pt"],
  ["italian", "it"],
  ["dutch", "nl"],
  ["japanese", "ja"],
  ["chinese", "zh"],
  ["korean", "ko"],
]);

const buckets = ["product", "health", "ops"];
const bucketWords: ReadonlyMap<string, string> = new Map([
  ...["feature", "features", "growth"].map((word) => [word, "product"] as const),
  ...["debt", "tech-debt", "infrastructure", "infra", "tooling"].map((word) => [word, "health"] as const),
  ...["operations", "reliability", "performance", "monitoring"].map((word) => [word, "ops"] as const),
]);

function checkBucket(value: string): ValueProblem | undefined {
  if (buckets.includes(value)) return undefined;
  const word = value.toLowerCase().replace(/[\s_]+/g, "-");
  return problem(
    "which is not a bucket; it can be `product`, `health` (debt, infrastructure, tooling) or `ops` (reliability, performance, monitoring)",
    buckets.find((bucket) => bucket === word) ?? bucketWords.get(word) ?? nearest(word, buckets),
  );
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function checkDay(value: string): ValueProblem | undefined {
  if (isDay(value)) return undefined;
  return problem("which is not a day; write year, month and day, such as `2026-09-15`", dayMeant(value));
}

/** The day that a date in another notation names, where there is only one way to read it. */
function dayMeant(value: string): string | undefined {
  const named =
    /^(?:(\d{1,2})(?:st|nd|rd|th)?\.?\s+)?([A-Za-z]{3,9})\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})$/.exec(
      value,
    );
  if (named !== null) {
    const [, before, name = "", behind, year] = named;
    const month = months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
    return dayOf(year, String(month), before ?? behind);
  }
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(value);
  if (yearFirst !== null) return dayOf(yearFirst[1], yearFirst[2], yearFirst[3]);
  const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(value);
  if (yearLast === null) return undefined;
  const [, first, sign, second, year] = yearLast;
  // Points are written where the day comes first; with strokes both orders are in use.
  const dayFirst = dayOf(year, second, first);
  const monthFirst = sign === "." ? undefined : dayOf(year, first, second);
  return dayFirst === undefined || monthFirst === undefined || dayFirst === monthFirst
    ? (dayFirst ?? monthFirst)
    : undefined;
}

function dayOf(year = "", month = "", day = ""): string | undefined {
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(written) ? written : undefined;
}

const numberWords = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

function checkEffort(value: string): ValueProblem | undefined {
  if (/^\d{1,6}(?:\.\d+)?[dwm]$/.test(value)) return undefined;
  const because =
    "which is not an effort; write a number and `d`, `w` or `m` for days, weeks or months, such as `3w`";
  const found =
    /^(\d{1,6}(?:[.,]\d+)?|[a-z]+)\s*-?\s*(?:person[\s-]*)?(d|w|m)(?:ays?|eeks?|ks?|onths?|os?)?\.?$/.exec(
      value.toLowerCase(),
    );
  const [, amount = "", unit = ""] = found ?? [];
  const word = amount === "a" ? 1 : numberWords.indexOf(amount);
  const number = /^\d/.test(amount) ? amount.replace(",", ".") : word > 0 ? String(word) : "";
  return problem(because, number === "" ? undefined : number + unit);
}

/** `` `draft`, `in-review` or `agreed` `` */
export function list(words: readonly string[], joint: "or" | "and" = "or"): string {
  return listed(
    words.map((word) => `\`${word}\``),
    joint,
  );
}
