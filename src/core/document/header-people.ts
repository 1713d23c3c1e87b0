import type { Config, Person } from "../config/config.ts";
import { nearest } from "../config/nearest.ts";
import {
  isHandle,
  MAX_PEOPLE,
  normalizeHandle,
  peopleWith,
  personByEmail,
  personByHandle,
} from "../config/people.ts";
import type { PairRole } from "../config/people.ts";
import { list } from "./header-values.ts";
import type { ValueProblem } from "./header-values.ts";

/**
 * @param text one of the values of `pm` or `eng`
 * @param today people who left are not offered
 * @returns what is wrong with it; `meant` is a handle with its `@`
 */
export function checkPerson(
  text: string,
  role: PairRole,
  config: Config,
  today: string,
): ValueProblem | undefined {
  const known = isHandle(text) ? personByHandle(config, text) : undefined;
  if (known !== undefined || (isHandle(text) && config.people.size === 0)) return undefined;
  const candidates = peopleWith(role, config, today);
  const meant = meantPerson(text, candidates, config);
  if (!isHandle(text)) {
    const example = candidates[0]?.handle ?? "@lena";
    return {
      because: `which is not a handle; write a word such as \`"${example}"\``,
      ...(meant && { meant }),
    };
  }
  const names = candidates.slice(0, MAX_PEOPLE).map((person) => person.handle);
  const who = role === "pm" ? "a product manager" : "an engineer";
  const allowed = names.length === 0 ? `no one there is ${who} yet` : `${who} there is ${list(names)}`;
  return { because: `a handle that \`seamwork.yaml\` does not know; ${allowed}`, ...(meant && { meant }) };
}

function meantPerson(text: string, candidates: readonly Person[], config: Config): string | undefined {
  const byMail = personByEmail(config, text.replace(/^.*<|>.*$/g, ""));
  if (byMail !== undefined) return byMail.handle;
  const words = text.toLowerCase().replace(/^@/, "");
  const byName = candidates.filter(
    ({ name }) => name.toLowerCase() === words || name.toLowerCase().split(/\s+/)[0] === words,
  );
  if (byName.length === 1) return byName[0]?.handle;
  return nearest(
    normalizeHandle(text),
    candidates.map((person) => person.handle),
  );
}
