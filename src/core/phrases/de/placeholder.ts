/** What is not written yet, in German. */
import type { RulePhrases } from "../language.ts";
import { anyCase, exactCase } from "../regex.ts";

/** Somebody and a day make a question of it. */
const OWNED = exactCase`(?=[^]*(?:@[\p{L}\d]|\b(?:durch|von) \p{Lu}))(?=[^]*(?:\b\d{4}-\d\d-\d\d\b|\b\d{1,2}\.\s?(?:\d{1,2}\.|Januar|Februar|
      März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)|\bQ[1-4]\b))`;

export const placeholder: RulePhrases = {
  code: "PRD404",
  lists: {
    placeholder: [
      "{tbd|tbc|tba|TODO|FIXME|XXX|n n|lorem ipsum|???}",
      "{festzulegen|noch zu klären|zu klären|noch zu definieren|noch zu bestimmen|noch zu entscheiden|noch auszufüllen}",
      "{ist|sind|bleibt|bleiben|noch} {noch |}{offen|unklar|ungeklärt|unbekannt|in Klärung|in Abstimmung}",
      "noch nicht {|endgültig |final }{entschieden|festgelegt|definiert|geklärt|bekannt|bestimmt|abgestimmt|klar|final}",
      "{wird|werden} noch {festgelegt|definiert|geklärt|ergänzt|abgestimmt|entschieden|bestimmt|nachgereicht|spezifiziert}",
      "{muss|müssen} noch {festgelegt|definiert|geklärt|ergänzt|abgestimmt|entschieden|bestimmt|spezifiziert} werden",
      "{folgt|folgen} {noch|später|in Kürze}",
      "wird {später|nachträglich} {festgelegt|definiert|geklärt|ergänzt|entschieden}",
    ],
  },
  patterns: ["PLACEHOLDER"],
  guards: [
    { sentence: OWNED },
    { sentence: /\b(?:siehe|s\.) (?:\p{Lu}\p{L}+ )?(?:[A-Z]{1,3}-?|#)\d|\(Q-?\d+\)/u },
    {
      hit: /^TODO$/u,
      after: anyCase`^\s*[,/|→]\s*(?:DONE|DOING|IN)|^s?[\s-]*(?:liste|app|einträge?|kommentare?)`,
    },
    // "Solange die Frage offen ist", "der Slot ist offen".
    {
      hit: /(?:offen|unklar|unbekannt)$/iu,
      before:
        /\b(?:wenn|falls|ob|solange|sobald|während|dass|deren|dessen|prüft|zeigt)\b[^,]*$|,\s*(?:die|der|das|welche\p{L}*)\b[^,]*$/iu,
    },
    { hit: /offen$/iu, after: /^\s+(?:für|gegenüber|gelassen|gehalten|\p{Ll}+e[nrs]?)\b/u },
    { hit: /^zu klären$/iu, before: /\b(?:um|ohne|dient|hilft)\b[^,]*$/iu },
  ],
};
