/** English: how product and engineering people say the things that PRD401–PRD407 ask about. */
import { agentless } from "./en/agentless.ts";
import { change } from "./en/change.ts";
import { difficulty } from "./en/difficulty.ts";
import { placeholder } from "./en/placeholder.ts";
import { story } from "./en/story.ts";
import { unclear } from "./en/unclear.ts";
import { vague } from "./en/vague.ts";
import { verdict } from "./en/verdict.ts";
import type { Language } from "./language.ts";

export const english: Language = {
  rules: [difficulty, change, vague, unclear, placeholder, verdict, agentless, story],
  related: { vague: ["amount", "level"], hard: ["lift", "uneasy"], verdict: ["possible", "impossible"] },
  frequent: (
    "the to a of and in is for be with this that or if as are an it not on can will by when should " +
    "you use used from all no any only using one which must at new has i so each more but have may " +
    "name does do data type set support user users there same without other list test process then " +
    "resource before such like also they option want following after what its get current class how " +
    "than time project given first two file instead system need specific change value version page " +
    "work within up field details requirements requirement via been per out read make about either " +
    "required while state result points point most http always because both it's way own open next " +
    "scope know again already another anything back being build call called came cannot changed " +
    "changes come cost could currently day days design did different done down else error even every " +
    "few full give goes good had he her here high his into just keep large last later less long low " +
    "made makes many me much my needed needs never none nothing now number off once our over part " +
    "people plan platform product put ready reference related release remains requires right run said " +
    "say see service several she show side since single some someone start status step still story " +
    "supported take team teams technical text their them these thing things those times too under " +
    "until us very was we week well were where whether who works would write yes yet your " +
    "acceptance criteria available"
  ).split(" "),
  abbreviations: ["e.g", "i.e", "etc", "vs", "cf", "approx", "resp", "incl", "excl", "mr", "mrs", "ms", "dr"],
};
