import { isHandle, isNobody } from "../../../config/people.ts";
import { checkPerson } from "../../../document/header-people.ts";
import { checkValue } from "../../../document/header-values.ts";
import type { HeaderField, HeaderValue } from "../../../document/header.ts";
import type { HeaderKey } from "../../../format/header-keys.ts";
import type { Finding } from "../../../problem.ts";
import type { RuleContext } from "../../rule.ts";
import { shorten } from "../../../words/shorten.ts";
import { findingWith, fixOf } from "./finding.ts";
import { isBroken, quoteFinding } from "./yaml.ts";

/** Fields that hold several values. */
const plural: ReadonlySet<HeaderKey> = new Set(["pm", "eng"]);

/** What is wrong with the values of a field by the PRD's rules; a key that a PRD has not is only read. */
export function valueFindings(field: HeaderField, context: RuleContext): Finding[] {
  const { key, values } = field;
  const findings: Finding[] = [];
  if (key !== undefined && field.odd && !isBroken(field, context.document.header)) {
    const allowed = plural.has(key)
      ? `a handle or a list of handles, such as \`${key}: "@lena"\``
      : "one text";
    findings.push(
      findingWith(field, `\`${key}\` holds something that cannot be read; could you write ${allowed}?`),
    );
  } else if (key !== undefined && values.length > 1 && !plural.has(key)) {
    findings.push(
      findingWith(
        field.valueRange,
        `\`${key}\` takes one value and has ${values.length}. Which one is right?`,
      ),
    );
    return findings;
  }
  for (const value of values) {
    const several = key === "pm" || key === "eng" ? severalPeople(value, context) : undefined;
    if (several !== undefined) findings.push(severalFinding(several, value, values.length, context));
    else {
      if (value.needsQuotes) findings.push(quoteFinding(value));
      if (key !== undefined) findings.push(...badValue(key, value, context));
    }
  }
  return findings;
}

const between = /\s*[,;&+/]\s*|\s+and\s+/;

/** The handles in a value such as `mara, tom`; undefined where it names one person, or nobody. */
function severalPeople({ text }: HeaderValue, { config }: RuleContext): string[] | undefined {
  const words = text.length > 200 || isNobody(text, config) ? [] : text.split(between);
  if (words.length < 2 || !words.every(isHandle)) return undefined;
  return words.map((word) => `@${word.replace(/^@/, "")}`);
}

function severalFinding(
  people: readonly string[],
  { start, end }: HeaderValue,
  among: number,
  { config }: RuleContext,
): Finding {
  const quoted = people.map((one) => JSON.stringify(one)).join(", ");
  const message = `Several people in one text count as one person. Write a list: \`[${quoted}]\`.`;
  const known = people.every((one) => config.people.size === 0 || config.people.has(one));
  const newText = among === 1 ? `[${quoted}]` : quoted;
  return findingWith({ start, end }, message, [
    fixOf("Write a list of people", known && among === 1 ? "safe" : "guided", { start, end, newText }),
  ]);
}

function badValue(key: HeaderKey, value: HeaderValue, { config, document, today }: RuleContext): Finding[] {
  const { text, start, end } = value;
  const isPerson = key === "pm" || key === "eng";
  // Nobody is paired: PRD002 asks who it is.
  if (isPerson && isNobody(text, config)) return [];
  const problem = isPerson ? checkPerson(text, key, config, today) : checkValue(key, text);
  if (problem === undefined) return [];
  const { because, meant } = problem;
  const subject = `\`${key}\` is \`${quoted(text)}\`, ${because}.`;
  if (meant === undefined) return [findingWith(value, `${subject} What should it be?`)];
  const newText = isPerson ? JSON.stringify(meant) : meant;
  const safe =
    key === "paired" || key === "launch" || (key === "effort" && document.optionTables.length === 0);
  return [
    findingWith(value, `${subject} Did you mean \`${meant}\`?`, [
      fixOf(`Write ${meant}`, safe ? "safe" : "guided", { start, end, newText }),
    ]),
  ];
}

/** A value as a message quotes it. */
export function quoted(text: string): string {
  return shorten(text.replace(/\s+/g, " "), 40);
}
