import type { PrdDocument } from "../../src/core/document/model.ts";
import { rangeOfBlock } from "../../src/core/document/passage.ts";
import type { Located } from "../../src/core/document/passage.ts";

/** A document as plain data with absolute offsets, whatever pieces it was made from. */
export function plainModel(document: PrdDocument): unknown {
  const { pieces: _pieces, ...model } = document;
  return JSON.parse(
    JSON.stringify(model, (key, value: unknown) => {
      if (key === "inline" || key === "placed") return undefined;
      if (key === "blocks")
        return (value as Located[]).map((located) => [located.block.type, rangeOfBlock(located)]);
      return value;
    }),
  );
}

const places = new Set([
  "start",
  "end",
  "offset",
  "answerAt",
  "indent",
  "bullet",
  "blankLine",
  "closing",
  "text",
  "source",
]);

/**
 * What a document says, without where: equal for two ways of writing the same thing. White space counts as one blank,
 * as in the fingerprint of a sign-off.
 */
export function meaning(document: PrdDocument): unknown {
  const { pieces: _pieces, text: _text, header, sections, mentions, ...model } = document;
  const strip = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value, (key, found: unknown) => {
        if (key === "inline" || key === "placed" || key === "blocks" || key === "insertion") return undefined;
        // Indices into texts; fingerprint.test.ts compares what they stand for.
        if (key === "spoken") return undefined;
        if (places.has(key) && (key !== "text" || typeof found !== "string")) return undefined;
        return typeof found === "string" ? found.replace(/\s+/g, " ").trim() : found;
      }),
    );
  return {
    header: header.fields.map(({ key, written, values }) => [key ?? written, values.map(({ text }) => text)]),
    sections: sections.map(({ name, within, depth, heading }) => [name, within, depth, heading.text]),
    mentions: mentions.map(({ id, target }) => [id, target?.id]),
    ...(strip(model) as object),
  };
}
