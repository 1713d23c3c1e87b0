/** English: how product and engineering people say the things that PRD401–PRD407 ask about. */
import { agentless } from "./en/agentless.ts";
import { change } from "./en/change.ts";
import { difficulty } from "./en/difficulty.ts";
import { placeholder } from "./en/placeholder.ts";
import { story } from "./en/story.ts";
import { vague } from "./en/vague.ts";
import { verdict } from "./en/verdict.ts";
import type { Language } from "./language.ts";

export const english: Language = {
  rules: [difficulty, change, vague, placeholder, verdict, agentless, story],
  related: { vague: ["amount", "level"], hard: ["lift", "uneasy"], verdict: ["possible", "impossible"] },
  abbreviations: ["e.g", "i.e", "etc", "vs", "cf", "approx", "resp", "incl", "excl", "mr", "mrs", "ms", "dr"],
};
