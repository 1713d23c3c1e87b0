/** German: how product and engineering people say the things that PRD401–PRD407 ask about. */
import { placeholder } from "./de/placeholder.ts";
import { agentless, change, difficulty, story, verdict } from "./de/sides.ts";
import { unclear, vague } from "./de/vague.ts";
import type { Language } from "./language.ts";

export const german: Language = {
  rules: [difficulty, change, vague, unclear, placeholder, verdict, agentless, story],
  related: {},
  frequent: (
    "die der und in das ist den von zu mit ein des für auf nicht eine werden im dem als sich es an wird auch aus " +
    "bei sind oder einen nach kann wie so zur wenn noch einem um über einer zum hat nur kein soll muss sie können " +
    "müssen sollen alle ohne wurde wurden mehr immer durch am bis mal sein haben hatten wir technik sagt sicht " +
    "ändern ändert system benutzer nutzer daten haben mehrere einfach viele"
  ).split(" "),
  abbreviations: [
    "z.b",
    "d.h",
    "u.a",
    "usw",
    "bzw",
    "ggf",
    "ca",
    "vgl",
    "inkl",
    "evtl",
    "etc",
    "nr",
    "max",
    "min",
    "s",
  ],
};
