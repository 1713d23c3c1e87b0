import assert from "node:assert/strict";
import { tellLanguage } from "../../../src/core/lexicon/tell-language.ts";

const sentences: readonly [string, string][] = [
  [
    "en",
    "The clerk can print a label for each parcel, and the system keeps it when the printer is not there.",
  ],
  [
    "de",
    "Der Sachbearbeiter kann für jedes Paket ein Etikett drucken, und das System hebt es auf, wenn der Drucker nicht da ist.",
  ],
  [
    "es",
    "El empleado puede imprimir una etiqueta para cada paquete, y el sistema la guarda cuando la impresora no está.",
  ],
  [
    "fr",
    "L'employé peut imprimer une étiquette pour chaque colis, et le système la garde quand l'imprimante n'est pas là.",
  ],
  [
    "pt",
    "O funcionário pode imprimir uma etiqueta para cada pacote, e o sistema guarda a etiqueta quando a impressora não está.",
  ],
  [
    "it",
    "L'impiegato può stampare un'etichetta per ogni pacco, e il sistema la conserva quando la stampante non è disponibile.",
  ],
  [
    "nl",
    "De medewerker kan voor elk pakket een etiket printen, en het systeem bewaart het wanneer de printer er niet is.",
  ],
  [
    "ja",
    "担当者は荷物ごとにラベルを印刷できる。プリンターが使えない場合、システムはラベルを保存しなければならない。",
  ],
  [
    "zh",
    "员工可以为每个包裹打印标签，打印机不可用时系统必须保存标签，以便稍后再打印，并且不会丢失任何内容。",
  ],
  [
    "zh",
    "員工可以為每個包裹列印標籤，印表機無法使用時系統必須保存標籤，以便稍後再列印，而且不會遺失任何內容。",
  ],
  [
    "ko",
    "직원은 소포마다 라벨을 인쇄할 수 있어야 하고, 프린터를 사용할 수 없는 경우 시스템은 라벨을 보관해야 한다.",
  ],
];

describe("the language of a text", () => {
  for (const [code, sentence] of sentences) {
    it(`is told: ${code}, "${sentence.slice(0, 24)}…"`, () => {
      assert.equal(tellLanguage(`${sentence} `.repeat(3)), code);
    });
  }

  it("is not told by less than 40 words", () => {
    assert.equal(tellLanguage("Der Drucker ist nicht da. ".repeat(7)), undefined);
    assert.equal(tellLanguage("ラベルを印刷する"), undefined);
    assert.equal(tellLanguage(""), undefined);
  });

  it("is told by prose, whatever names and code stand in it", () => {
    const code = `\`\`\`js\n${"if (the) { for (of in to) is(it); }\n".repeat(40)}\`\`\`\n`;
    assert.equal(tellLanguage(`${code}${(sentences[1]?.[1] ?? "").repeat(3)}`), "de");
    assert.equal(tellLanguage(`API, JSON, Webhook: ${(sentences[7]?.[1] ?? "").repeat(3)}`), "ja");
  });
});
