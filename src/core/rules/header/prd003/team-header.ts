import { slipOf } from "../../../document/header-slips.ts";
import { checkValue } from "../../../document/header-values.ts";
import type { ValueProblem } from "../../../document/header-values.ts";
import { headerKind } from "../../../document/header.ts";
import type { HeaderField, HeaderValue } from "../../../document/header.ts";
import type { PrdDocument } from "../../../document/model.ts";
import { bucketOf, buckets } from "../../../facts/model.ts";
import type { Bucket } from "../../../facts/model.ts";
import { isCycleId, periodOf } from "../../../facts/period.ts";
import { keysOfKind } from "../../../format/header-keys.ts";
import type { HeaderKey } from "../../../format/header-keys.ts";
import type { Finding, Fix } from "../../../problem.ts";
import { isDay } from "../../../text/days.ts";
import { lineEnding } from "../../../text/lines.ts";
import { fieldEdit, headerPlace, isMissing } from "../../../writing/header-edits.ts";
import { place, snippet } from "../../../writing/snippet.ts";
import type { RuleContext } from "../../rule.ts";
import { findingWith, fixOf } from "./finding.ts";
import { quoted, valueFindings } from "./values.ts";
import { yamlFindings } from "./yaml.ts";

/** What PRD003 asks about the header of a cycle or a retro; each finding carries its fixes. */
export function teamHeaderFindings(context: RuleContext): Finding[] {
  const { document } = context;
  const { header } = document;
  const kind = headerKind(header);
  if (kind !== "cycle" && kind !== "retro") return [];
  const keys = keysOfKind[kind];
  const findings = yamlFindings(document);
  const present = new Set(header.fields.map(({ key }) => key));
  for (const field of header.fields) {
    const { key, keyRange } = field;
    if (key !== undefined && keys.includes(key)) {
      findings.push(...valueFindings(field, context));
      const [value] = field.values;
      if (field.values.length === 1 && value !== undefined) findings.push(...badValue(key, value));
      continue;
    }
    const meant = slipOf(field.written, keys);
    if (meant === undefined || present.has(meant)) continue;
    present.add(meant);
    const message = `\`${field.written}\` is not a field; did you mean \`${meant}\`?`;
    const fix = fixOf(`Rename to ${meant}`, "guided", { ...keyRange, newText: meant });
    findings.push(findingWith(keyRange, message, [fix]));
  }
  if (isEmpty(header.field(kind))) {
    const example = kind === "cycle" ? "2026-Q3" : "RETRO-7";
    const message = `\`${kind}\` is empty. Which id does this ${kind} have? Write \`${example}\`, for example.`;
    findings.push(findingWith(headerPlace(document), message));
  }
  if (kind === "cycle") findings.push(...daysOf(document, present), ...sharesOf(document, present));
  return findings;
}

function isEmpty(field: HeaderField | undefined): boolean {
  return field !== undefined && field.values.length === 0 && !field.odd;
}

/** The field is not there, or has no value; one that a slip stands for is asked about as a slip. */
function lacks(key: HeaderKey, document: PrdDocument, present: ReadonlySet<HeaderKey | undefined>): boolean {
  const field = document.header.field(key);
  return field === undefined ? !present.has(key) && isMissing(key, document) : isEmpty(field);
}

function daysOf(document: PrdDocument, present: ReadonlySet<HeaderKey | undefined>): Finding[] {
  const { header } = document;
  const id = header.field("cycle")?.values[0]?.text ?? "This cycle";
  const period = periodOf(id);
  const findings: Finding[] = [];
  const ask = (key: "from" | "to" | "capacity", message: string, value: string | undefined, like: string) => {
    if (!lacks(key, document, present)) return;
    const edit = fieldEdit(document, key, value ?? snippet`${place(like)}`, value === undefined);
    const title = value === undefined ? `Write ${key}` : `Write ${key}: ${value}`;
    const fix: Fix[] = edit === undefined ? [] : [{ ...fixOf(title, "guided", edit), filled: [like] }];
    findings.push(findingWith(header.field(key) ?? headerPlace(document), message, fix));
  };
  ask("from", `${id} has no \`from\`. On which day does it begin?`, period?.from, "2026-07-01");
  ask("to", `${id} has no \`to\`. Which is its last day?`, period?.to, "2026-09-30");
  ask(
    "capacity",
    `${id} has no \`capacity\`. How much time does engineering have in it, such as \`60w\` for sixty weeks of one person?`,
    undefined,
    "60w",
  );
  const [from, to] = [header.field("from")?.values[0], header.field("to")?.values[0]];
  if (from && to && isDay(from.text) && isDay(to.text) && to.text < from.text) {
    const message = `${id} ends on ${to.text}, before it begins on ${from.text}. Which of the two days should change?`;
    const swapped = [
      { start: from.start, end: from.end, newText: to.text },
      { start: to.start, end: to.end, newText: from.text },
    ];
    findings.push(findingWith(to, message, [fixOf("Swap the two days", "guided", ...swapped)]));
  }
  return findings;
}

const usual: Readonly<Record<Bucket, string>> = { product: "60", health: "25", ops: "15" };

function sharesOf(document: PrdDocument, present: ReadonlySet<HeaderKey | undefined>): Finding[] {
  const { header } = document;
  const missing = buckets.filter((bucket) => lacks(bucket, document, present));
  const [first] = missing;
  if (first === undefined) return [];
  if (missing.length === buckets.length && missing.every((bucket) => header.field(bucket) === undefined)) {
    const lines = snippet`${place(usual.product)}\nhealth: ${place(usual.health)}\nops: ${place(usual.ops)}`;
    const edit = fieldEdit(document, "product", lines.replaceAll("\n", lineEnding(document.text)), true);
    const message =
      "Nothing says how this capacity is split between product, health and ops. How much is each, in per cent?";
    const fix = {
      title: "Write the split",
      kind: "guided" as const,
      preferred: true,
      filled: Object.values(usual),
    };
    return [
      findingWith(headerPlace(document), message, edit === undefined ? [] : [{ ...fix, edits: [edit] }]),
    ];
  }
  const shares = buckets.flatMap((bucket) => {
    const share = shareIn(header.field(bucket)?.values[0]?.text ?? "");
    return share === undefined ? [] : [share];
  });
  const rest = Math.round((100 - shares.reduce((sum, share) => sum + share, 0)) * 100) / 100;
  return missing.map((bucket) => {
    // Where one share is missing and the others hold, it is what is left.
    const known = missing.length === 1 && shares.length === buckets.length - 1 && rest >= 0;
    const value = known ? String(rest) : usual[bucket];
    const edit = known
      ? fieldEdit(document, bucket, value)
      : fieldEdit(document, bucket, snippet`${place(value)}`, true);
    const title = known ? `Write ${bucket}: ${value}` : `Write ${bucket}`;
    const message = `The split has no \`${bucket}\`. How many per cent of the time is that?`;
    return findingWith(
      header.field(bucket) ?? headerPlace(document),
      message,
      edit === undefined ? [] : [{ ...fixOf(title, "guided", edit), filled: [value] }],
    );
  });
}

/** The share that a text says, from 0 to 100. */
function shareIn(text: string): number | undefined {
  const [, number] = /^(\d{1,3}(?:\.\d+)?)\s*%?$/.exec(text) ?? [];
  return number === undefined || Number(number) > 100 ? undefined : Number(number);
}

/** Fields whose values only cycles and retros have; those that PRDs have too are checked as theirs. */
function badValue(key: HeaderKey, { text, start, end }: HeaderValue): Finding[] {
  const problem = problemWith(key, text);
  if (problem === undefined) return [];
  const { because, meant } = problem;
  const subject = `\`${key}\` is \`${quoted(text)}\`, ${because}.`;
  if (meant === undefined) return [findingWith({ start, end }, `${subject} What should it be?`)];
  // A value that can be read makes other rules speak, so a person looks at it.
  const fix = fixOf(`Write ${meant}`, "guided", { start, end, newText: meant });
  return [findingWith({ start, end }, `${subject} Did you mean \`${meant}\`?`, [fix])];
}

function problemWith(key: HeaderKey, text: string): ValueProblem | undefined {
  switch (key) {
    case "from":
    case "to":
      return checkValue("launch", text);
    case "capacity":
      return /^0+(?:\.0*)?[dwm]$/.test(text)
        ? { because: "which leaves no time for anything" }
        : checkValue("effort", text);
    case "cycle":
      return checkCycleId(text);
    case "retro":
      return checkRetroId(text);
    default:
      return bucketOf(key) === undefined || shareIn(text) !== undefined ? undefined : notAShare(text);
  }
}

function checkCycleId(text: string): ValueProblem | undefined {
  if (isCycleId(text)) return undefined;
  const because = "which is not an id; write a word such as `2026-Q3`, `2026-H2`, `2026-08` or `Spring-2026`";
  const meant = text.trim().replace(/[\s/\\]+/g, "-");
  return isCycleId(meant) ? { because, meant } : { because };
}

function checkRetroId(text: string): ValueProblem | undefined {
  const id = /^[A-Z][A-Z0-9]*-\d+$/;
  if (id.test(text)) return undefined;
  const because = "which is not an id; write capital letters, a hyphen and a number, such as `RETRO-7`";
  const meant = text.toUpperCase().replace(/^([A-Z][A-Z0-9]*?)[\s_#-]*(\d+)$/, "$1-$2");
  return id.test(meant) ? { because, meant } : { because };
}

function notAShare(text: string): ValueProblem {
  const because = "which is not a share; write a number of per cent from 0 to 100, such as `60`";
  const [, number = ""] = /^(\d{1,3}(?:[.,]\d+)?)\s*(?:%|pp|per\s?cent|percent|points?)?$/i.exec(text) ?? [];
  const meant = number.replace(",", ".");
  return meant === "" || Number(meant) > 100 ? { because } : { because, meant };
}
