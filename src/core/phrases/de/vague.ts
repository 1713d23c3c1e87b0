/** German words that two people would test differently. */
import { germanAdjectives } from "../inflected.ts";
import type { Guard, RulePhrases } from "../language.ts";
import { MEASURED_DE } from "../measured.ts";
import { anyCase } from "../regex.ts";
import { ASKS } from "../en/signs.ts";

const guards: readonly Guard[] = [
  { sentence: MEASURED_DE },
  { sentence: ASKS },
  { hit: /[,;:.()]/u },
  // It is explained in brackets; an example explains nothing.
  { after: /^(?:\s+[\p{L}.-]+){0,2}\s*\((?!z\. ?B|wie|bspw|[^)]*\b(?:usw|etc))/iu },
  { after: /^[-‐‑/]\p{L}|^\s*:/u },
  { before: /\p{L}[-‐‑/]$/u },
  // Reasons and conditions ask for nothing.
  {
    before: /\b(?:damit|weil|sodass|so dass|um|statt|anstatt|wenn|falls|sobald|solange|bis|wo)\b[^,.;:]*$/iu,
  },
  { before: /\b(?:nicht|kein\p{L}*|ohne|dieser?s?|diesen)\s+(?:\p{L}+\s+)?$/iu, hit: /^(?!zu )/iu },
  { hit: /^einfach$/iu, after: /^\s+(?:nur|so|mal|zu schließen)\b/iu },
  { hit: /^(?:sicher|klar|leicht|gut|schnell)$/iu, before: /\b(?:ist es|es ist|alles)\s+$/iu },
  { hit: /^sicher/iu, after: /^\s*(?:,? dass|stellen|gestellt|zu stellen)\b/iu },
];

export const vague: RulePhrases = {
  code: "PRD403",
  lists: {
    must: [
      "{muss|müssen|musste|soll|sollen|sollte|sollten|hat|haben|darf|dürfen|braucht|brauchen|benötigt|benötigen}",
    ],
    vague: [
      ...germanAdjectives(
        "schnell schneller zügig performant flott reaktionsschnell zeitnah umgehend unverzüglich einfach intuitiv " +
          "benutzerfreundlich nutzerfreundlich bedienerfreundlich anwenderfreundlich übersichtlich komfortabel bequem " +
          "flexibel modern ansprechend robust stabil zuverlässig verlässlich skalierbar hochverfügbar wartbar " +
          "erweiterbar zukunftssicher effizient optimal angemessen geeignet ausreichend hinreichend sinnvoll adäquat " +
          "akzeptabel vernünftig reibungslos nahtlos responsiv selbsterklärend leistungsfähig ordnungsgemäß sicher",
      ),
      "{rechtzeitig|so schnell wie möglich|so bald wie möglich|schnellstmöglich|möglichst schnell|möglichst wenig}",
      "in {naher |nahezu |}Echtzeit",
      "ohne {Verzögerung|spürbare Verzögerung|merkliche Verzögerung|Aufwand|großen Aufwand|Probleme}",
      "{bei Bedarf|wenn möglich|falls möglich|soweit möglich|nach Möglichkeit|falls nötig|gegebenenfalls|ggf}",
    ],
  },
  patterns: ["MUST ~9 > VAGUE <", "> VAGUE < ~3 MUST ."],
  guards,
};

export const unclear: RulePhrases = {
  code: "PRD403",
  asked: true,
  lists: {
    unclear: [
      ...germanAdjectives(
        "umfassend umfangreich detailliert aussagekräftig verständlich lesbar konsistent einheitlich korrekt gängig " +
          "intelligent relevant hochwertig ausführlich auffällig ungewöhnlich regelmäßig sorgfältig passend",
      ),
      "{usw|etc|u. a|und vieles mehr|und mehr|und Ähnliches|sofort|richtig|häufig|prominent}",
      "{alle|allen|aller|sämtliche} {wichtigen|relevanten|wesentlichen|gängigen|nötigen|notwendigen|erforderlichen}",
      "{klare|klarer|klaren|eindeutige|gute|guter} {Fehlermeldungen|Fehlermeldung|Meldung|Meldungen|Struktur|" +
        "Navigation|Bedienung|Bedienbarkeit|Lesbarkeit|Übersicht|Performance|Qualität|Dokumentation|Usability}",
      "{hohe|hoher|hohen|geringe|geringer|geringen|niedrige|niedriger|kurze|kurzer|kurzen|minimale|maximale} " +
        "{Performance|Verfügbarkeit|Leistung|Sicherheit|Qualität|Last|Latenz|Ladezeit|Ladezeiten|Antwortzeit|" +
        "Antwortzeiten|Reaktionszeit|Reaktionszeiten|Wartezeit|Wartezeiten|Kosten|Speicherverbrauch|Ausfallzeit|" +
        "Ausfallzeiten|Zuverlässigkeit|Skalierbarkeit|Genauigkeit|Benutzerfreundlichkeit|Datenmengen}",
      "{große|großer|großen|viele|mehrere} {Datenmengen|Dateien|Benutzer|Nutzer|Anfragen|Datensätze|Listen}",
      "{gute|gut|leicht|einfach} {Bedienbarkeit|bedienbar|verständlich|lesbar|erweiterbar|auffindbar|zugänglich}",
    ],
  },
  patterns: ["VAGUE", "UNCLEAR"],
  guards: [
    ...guards,
    // "Schneller Modus" in a sentence is a name.
    { hit: /^\p{Lu}\p{Ll}+$/u, before: /\p{L}[ \t]*$/u },
    { before: anyCase`^[*_\s]*als\b[^,]*$` },
  ],
};
