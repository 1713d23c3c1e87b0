/** What German-speaking product and engineering people say about each other, and of decisions. */
import type { RulePhrases } from "../language.ts";
import { anyCase } from "../regex.ts";
import { ASKS, LINKED } from "../en/signs.ts";

const PRICED = anyCase`\b(?:außer|es sei denn|solange|bis|würde|bräuchte|kostet|kosten|dauert|benötigt|Aufwand)\b[^]{0,60}?\d|\b(?:es sei denn|solange|
      bis|erst wenn|würde\p{L}* (?:kosten|dauern|brauchen))\b|\b\d+ ?(?:PT|Tage?n?|Wochen?|Monate?n?|Sprints?)\b`;
const WHEN = anyCase`\d{4}|\b(?:Januar|Februar|März|April|Juni|Juli|August|September|Oktober|November|Dezember|gestern|letzte[nrs]? (?:Woche|Monat|
      Quartal|Sprint|Jahr)|(?:im|beim|in der) (?:[\p{L}-]+ )?(?:Meeting|Workshop|Review|Retro|Termin|Planung|Sitzung|Runde))\b`;

export const difficulty: RulePhrases = {
  code: "PRD401",
  lists: {
    eng: [
      "{|die |unsere |der }{Entwicklung|Entwickler|Technik|IT|Engineering|Devs|Programmierer|Softwareentwicklung}",
      "{das|unser} {Team|Entwicklerteam|Entwicklungsteam|Backend-Team|Frontend-Team|Dev-Team|Plattform-Team}",
    ],
    say: [
      "{sagt|sagen|sagte|sagten|meint|meinen|meinte|meinten|findet|finden|fand|behauptet|behaupten|warnt|warnen|" +
        "glaubt|glauben|hält das für|hält es für|halten das für|halten es für|schätzt|schätzen|antwortet|erklärt}",
    ],
    hard: [
      "{schwierig|schwer|kompliziert|komplex|aufwendig|aufwändig|knifflig|heikel|riskant|teuer|zu teuer}",
      "{nicht|alles andere als|keineswegs} {so |ganz |gerade |}{einfach|trivial|leicht|ohne}",
      "{zu viel|viel|großer|ein großer|ein riesiger|hoher|zu hoher|enormer} {Aufwand|Arbeit|Risiko}",
      "{dauert|dauere|würde} {zu lange|ewig|Monate}",
    ],
    because: ["aus {technischen|architektonischen} Gründen"],
  },
  patterns: [
    "ENG ~2 SAY ~7 HARD",
    "laut|nach_ansicht|nach_meinung ENG ~7 HARD",
    "SAY ENG ~6 HARD",
    "aus_technischer|aus_entwicklungstechnischer sicht ~6 HARD",
    "für die entwicklung|entwickler|technik ~3 HARD",
    "BECAUSE ~3 nicht|weggelassen|gestrichen|verschoben|abgelehnt|verworfen",
    "wir haben|hatten ~3 gesagt|erklärt ~6 HARD",
  ],
  guards: [{ sentence: ASKS }, { sentence: LINKED }, { sentence: PRICED }],
};

export const change: RulePhrases = {
  code: "PRD402",
  lists: {
    changer: [
      "{|das |unser |der |die |unsere }{Produkt|Produktmanagement|PM|PO|Product-Owner|Produktmanager|Management|Vertrieb|" +
        "Fachbereich|Stakeholder}",
      "sie",
    ],
    changing: ["{ändert|ändern|änderte|änderten|wirft|werfen|verschiebt|verschieben}"],
    again: [
      "{ständig|dauernd|immer wieder|schon wieder|laufend|andauernd|jede Woche|jeden Sprint|alle paar Tage|wieder einmal}",
    ],
    plans: [
      "{Anforderungen|Anforderung|Meinung|Prioritäten|Priorität|Scope|Umfang|Pläne|Plan|Spezifikation|Ziele|Roadmap|" +
        "Konzept|alles um}",
    ],
  },
  patterns: [
    "CHANGER CHANGING ~4 AGAIN ~4 PLANS",
    "CHANGER CHANGING ~3 PLANS ~2 AGAIN",
    "PLANS CHANGING sich ~2 AGAIN",
    "PLANS sich ~2 AGAIN CHANGING",
  ],
  guards: [{ sentence: ASKS }, { sentence: LINKED }, { sentence: WHEN }],
};

export const verdict: RulePhrases = {
  code: "PRD405",
  lists: {
    verdict: [
      "{ist|sind|wäre|wären} {technisch |schlicht |einfach |leider |derzeit |so |}{nicht {machbar|umsetzbar|realisierbar|zu " +
        "schaffen}|unmöglich|unrealistisch|undenkbar}",
      "{technisch|schlicht|schlichtweg|einfach} {nicht möglich|unmöglich|nicht machbar}",
      "{lässt|lassen} sich {technisch |so |einfach |leider |}nicht {umsetzen|realisieren|bauen|implementieren}",
      "{kann|können} {wir |so |technisch |einfach |leider |}nicht {umgesetzt|realisiert|gebaut|implementiert} werden",
      "{keine Chance|vom Tisch|Wunschdenken|geht einfach nicht}",
    ],
  },
  patterns: ["VERDICT"],
  guards: [
    { sentence: ASKS },
    { sentence: LINKED },
    { sentence: PRICED },
    { before: /\b(?:wenn|falls|sofern|sobald|ob)\b[^,;:]*$/iu },
    { hit: /^einfach/iu, before: /\b(?:darf|soll|muss)\b[^,;:]*$/iu },
    { after: /\b(?:weil|da|denn|ohne)\b/iu },
  ],
};

export const agentless: RulePhrases = {
  code: "PRD406",
  lists: {
    agentless: [
      "es wurde {|bereits |dann |letztlich |schließlich |intern |gemeinsam }{entschieden|beschlossen|vereinbart|festgelegt}",
      "{man hat|es wurde} {sich |}{darauf |dafür |dagegen |}{geeinigt|entschieden}",
      "{die |eine |diese |}Entscheidung {wurde|ist} {|bereits |schon }{getroffen|gefallen}",
      "wie {|bereits |schon }{besprochen|vereinbart|abgestimmt|beschlossen}",
      "{wurde|wurden} {aus dem Scope {genommen|gestrichen}|auf Eis gelegt|zurückgestellt|depriorisiert|vom Tisch genommen}",
    ],
  },
  patterns: ["AGENTLESS"],
  guards: [
    { sentence: ASKS },
    { sentence: LINKED },
    { sentence: WHEN },
    { sentence: /@[\p{L}\d]|\b(?:von|durch|mit|zwischen) (?:\p{Lu}|der |dem |den )/u },
    { before: /\b(?:wenn|falls|ob|sobald|nachdem|bevor)\b[^,;:]*$/iu },
    { after: /\b(?:weil|da|wegen|um|damit)\b/iu },
  ],
};

export const story: RulePhrases = {
  code: "PRD407",
  lists: {
    side: [
      "{die |unsere |}{Entwickler|Produktmanager|Designer|Devs|Stakeholder|Führungskräfte|Vertriebler|Kollegen aus der " +
        "Entwicklung|Kollegen vom Produkt}",
      "{die Entwicklung|das Produktmanagement|der Vertrieb|das Management|die Technik|der Fachbereich|Engineering|das Marketing}",
    ],
    never: ["{nie|niemals|nie rechtzeitig|immer|ständig|dauernd|wieder mal|wie immer|grundsätzlich}"],
    deed: [
      "{antwortet|antworten|liefert|liefern|hört|hören|versteht|verstehen|will|wollen|sagt|sagen|fragt|fragen|hält|" +
        "halten|verspricht|versprechen|blockiert|blockieren|vergisst|vergessen|ignoriert|ignorieren|kommt|kommen|" +
        "weiß|wissen|interessiert|interessieren}",
    ],
    story: ["{über den Zaun|Elfenbeinturm}"],
  },
  patterns: ["SIDE DEED ~3 NEVER", "SIDE ~3 STORY", "STORY ~3 SIDE"],
  guards: [
    { sentence: ASKS },
    { sentence: LINKED },
    { sentence: /\b\d{4}-\d\d-\d\d\b|\b\d{1,2}\.\d{1,2}\./u },
  ],
};
