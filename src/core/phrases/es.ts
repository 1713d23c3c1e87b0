/** Spanish: how product and engineering people say the things that PRD401–PRD407 ask about. */
import { placeholder } from "./es/placeholder.ts";
import { agentless, change, difficulty, story, verdict } from "./es/sides.ts";
import { unclear, vague } from "./es/vague.ts";
import type { Language } from "./language.ts";

export const spanish: Language = {
  rules: [difficulty, change, vague, unclear, placeholder, verdict, agentless, story],
  related: {},
  frequent: (
    "de la el en y a que los se del las por un con no una para su es al lo como más o pero sus le ya este sí porque " +
    "esta entre cuando sin sobre ser tiene también hasta hay donde desde todo todos todas si fue ha cada debe deben " +
    "cualquier usuario sistema datos producto desarrollo ventas negocio siempre puede son está tienen"
  ).split(" "),
  abbreviations: ["p.ej", "ej", "etc", "aprox", "sr", "sra", "dr", "núm", "máx", "mín", "vs", "art"],
};
