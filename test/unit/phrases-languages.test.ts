import assert from "node:assert/strict";
import { parseConfig } from "../../src/core/config/parse-config.ts";
import { defaultConfig } from "../../src/core/config/config.ts";
import type { Config } from "../../src/core/config/config.ts";
import { parseDocument } from "../../src/core/document/document.ts";
import { languageOf } from "../../src/core/document/language-of.ts";
import { phrasesIn } from "../../src/core/document/phrases-in.ts";
import { german } from "../../src/core/phrases/de.ts";
import { spanish } from "../../src/core/phrases/es.ts";
import { parseEntry } from "../../src/core/phrases/entry.ts";
import { lexicon } from "../../src/core/phrases/index.ts";
import { TEAM_LISTS } from "../../src/core/phrases/language.ts";

const germanWords =
  "Die Desk-App zeigt, wie lange ein Tier schon wartet. Wer an der Anmeldung sitzt, kann einen Fall nach oben schieben, " +
  "wenn der Tierarzt das will. Das ist für die Halter nicht zu sehen, und es wird auch nicht gedruckt. Die Liste steht " +
  "auf dem Schirm im Flur.";
const spanishWords =
  "La lista muestra cuánto espera cada animal. Quien está en la recepción puede subir un caso cuando el veterinario lo " +
  "pide. Los dueños no lo ven, y tampoco se imprime en el papel de la tarde. La pantalla del pasillo muestra la lista de " +
  "los casos con el número de cada uno.";

function said(lang: string, text: string, config: Config = defaultConfig): string[] {
  const document = parseDocument(
    `---\nprd: PRD-1\nlang: ${lang}\n---\n\n## Requirements\n\n### R1 · Liste\n\n${text}\n`,
    config,
  );
  return phrasesIn(document, config).map(({ code, quote }) => `${code} ${quote}`);
}

describe("the language of a document", () => {
  const language = (text: string, config: Config = defaultConfig): string =>
    languageOf(parseDocument(text, config), config);
  const teamIn = (code: string): Config =>
    parseConfig(`version: 1\nlanguage: ${code}\n`, "seamwork.yaml").config;

  it("is what its words tell", () => {
    assert.equal(language(`# Warten\n\n${germanWords}\n`), "de");
    assert.equal(language(`# Espera\n\n${spanishWords}\n`), "es");
    assert.equal(
      language(`# Waiting\n\n${"The list shows how long each of the animals has to wait. ".repeat(5)}\n`),
      "en",
    );
  });

  it("is what its header says, whatever its words tell", () => {
    assert.equal(language(`---\nprd: PRD-1\nlang: es\n---\n\n${germanWords}\n`), "es");
    assert.equal(language(`---\nprd: PRD-1\nlang: de-AT\n---\n\n${spanishWords}\n`), "de");
    assert.equal(language(`---\nprd: PRD-1\nlang: tlh\n---\n\n${spanishWords}\n`), "es");
  });

  it("is the team's where its words are too few, else English", () => {
    assert.equal(language("# Liste\n"), "en");
    assert.equal(language("# Liste\n", teamIn("de")), "de");
    assert.equal(language(`# Espera\n\n${spanishWords}\n`, teamIn("de")), "es");
  });

  it("is counted over all sections, and again after an edit", () => {
    const sections = germanWords.split(". ").map((one, index) => `## Teil ${index}\n\n${one}.\n`);
    const text = `# Warten\n\n${sections.join("\n")}`;
    const before = parseDocument(text, defaultConfig);
    assert.equal(languageOf(before, defaultConfig), "de");
    const after = parseDocument(
      `${text}\n## Lista\n\n${spanishWords} ${spanishWords}\n`,
      defaultConfig,
      before,
    );
    assert.equal(languageOf(after, defaultConfig), "es");
  });
});

describe("phrases in German", () => {
  const heard: readonly (readonly [string, ...string[]])[] = [
    ["Die Suche muss schnell sein.", "PRD403 schnell"],
    ["Schnelle Suche mit klaren Fehlermeldungen", "PRD403 Schnelle", "PRD403 klaren Fehlermeldungen"],
    [
      "Geringer Speicherverbrauch, hohe Verfügbarkeit",
      "PRD403 Geringer Speicherverbrauch",
      "PRD403 hohe Verfügbarkeit",
    ],
    ["Fehler werden angemessen behandelt.", "PRD403 angemessen"],
    ["Der Preis ist noch offen.", "PRD404 ist noch offen"],
    ["Frist: festzulegen", "PRD404 festzulegen"],
    ["Die Farbe wird noch festgelegt.", "PRD404 wird noch festgelegt"],
    ["Die Entwicklung sagt, das ist zu aufwendig.", "PRD401 Die Entwicklung sagt, das ist zu aufwendig"],
    [
      "Das Produktmanagement ändert ständig die Anforderungen.",
      "PRD402 Das Produktmanagement ändert ständig die Anforderungen",
    ],
    ["Die Anforderungen ändern sich ständig.", "PRD402 Anforderungen ändern sich ständig"],
    ["Das ist technisch nicht machbar.", "PRD405 ist technisch nicht machbar"],
    ["Es wurde entschieden, das wegzulassen.", "PRD406 Es wurde entschieden"],
    ["Die Entwickler antworten nie.", "PRD407 Die Entwickler antworten nie"],
  ];
  for (const [text, ...phrases] of heard) it(text, () => assert.deepEqual(said("de", text), phrases));

  const quiet = [
    "Die Suche muss in unter 2 Sekunden da sein, also schnell.",
    "Die Seite ist sortiert, damit man einen Fall schnell findet.",
    "Wenn die Antwort langsam und unzuverlässig ist, steht das in der Liste.",
    "Es muss sicher gestellt sein, dass niemand zweimal gerufen wird.",
    "Der Slot bleibt offen für Notfälle.",
    "Der Preis ist noch offen (siehe Q1).",
    "Die Farbe wird noch festgelegt, @lena bis 2026-08-20.",
    "Es wurde am 3. März von @lena entschieden, das wegzulassen.",
    "Das ist technisch nicht machbar, solange der Drucker fehlt.",
    "Als eiliger Halter möchte ich die Nummer sehen.",
    "Der Halter antwortet nie am Telefon.",
  ];
  for (const text of quiet) it(`leaves alone: ${text}`, () => assert.deepEqual(said("de", text), []));
});

describe("phrases in Spanish", () => {
  const heard: readonly (readonly [string, ...string[]])[] = [
    ["La búsqueda debe ser rápida.", "PRD403 rápida"],
    ["La busqueda debe ser rapida.", "PRD403 rapida"],
    ["La lista se actualiza en tiempo real.", "PRD403 en tiempo real"],
    ["Funciona en cualquier navegador moderno.", "PRD403 moderno"],
    ["El plazo está por definir.", "PRD404 por definir"],
    ["El precio está pendiente de confirmar.", "PRD404 pendiente de confirmar"],
    ["Ingeniería dice que es muy difícil.", "PRD401 Ingeniería dice que es muy difícil"],
    ["Producto siempre cambia los requisitos.", "PRD402 Producto siempre cambia los requisitos"],
    ["Eso no es viable.", "PRD405 no es viable"],
    ["Se decidió dejarlo fuera.", "PRD406 Se decidió"],
    ["Los desarrolladores nunca responden.", "PRD407 Los desarrolladores nunca responden"],
  ];
  for (const [text, ...phrases] of heard) it(text, () => assert.deepEqual(said("es", text), phrases));

  const quiet = [
    "La búsqueda debe ser rápida: menos de 2 segundos.",
    "La lista se ordena para que el caso se encuentre fácilmente.",
    "Si la respuesta no es rápida, la pantalla lo dice.",
    "El precio está pendiente de confirmar (ver Q1).",
    "No es viable a menos que llegue la otra impresora.",
    "Se decidió el 3 de marzo dejarlo fuera.",
    "Como dueño con un animal inteligente, quiero ver mi número.",
    "El pago queda en la caja.",
  ];
  for (const text of quiet) it(`leaves alone: ${text}`, () => assert.deepEqual(said("es", text), []));
});

describe("phrases in other languages", () => {
  it("are what is not written yet", () => {
    assert.deepEqual(said("fr", "Le prix reste à définir."), ["PRD404 reste à définir"]);
    assert.deepEqual(said("pt", "O prazo: a definir"), ["PRD404 a definir"]);
    assert.deepEqual(said("zh", "价格待定。"), ["PRD404 待定"]);
    assert.deepEqual(said("ja", "価格は未定です"), ["PRD404 未定"]);
    assert.deepEqual(said("zh", "未定义的字段返回空。"), []);
  });

  it("and those of English, for documents mix languages", () => {
    assert.deepEqual(said("fr", "Le prix: TBD"), ["PRD404 TBD"]);
  });
});

describe("the data of each language", () => {
  for (const [name, language] of Object.entries({ german, spanish })) {
    it(`${name} has the lists that a team can change, each list once, each of them used`, () => {
      const lists = language.rules.flatMap((rule) => Object.keys(rule.lists));
      assert.equal(new Set(lists).size, lists.length);
      for (const list of TEAM_LISTS) assert.ok(lists.includes(list), list);
      const patterns = language.rules.flatMap((rule) => rule.patterns).join(" ");
      for (const list of lists) assert.match(patterns, new RegExp(`(?:^| )${list.toUpperCase()}(?: |$)`));
      assert.ok(
        language.rules.every(({ lists: all }) =>
          Object.values(all)
            .flat()
            .every((entry) => parseEntry(entry).length > 0),
        ),
      );
      assert.doesNotThrow(() => lexicon({}, language));
    });
  }

  it("takes a team's words", () => {
    const team = parseConfig(
      "version: 1\nphrases: { vague: { add: [bankfest], remove: [modern] } }\n",
      "seamwork.yaml",
    ).config;
    assert.deepEqual(said("de", "Die Tür muss modern und bankfest sein.", team), ["PRD403 bankfest"]);
  });
});
