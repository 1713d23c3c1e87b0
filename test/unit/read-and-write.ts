import { addToList } from "../../src/core/config/add-to-list.ts";
import { defaultConfig } from "../../src/core/config/config.ts";
import { parseConfig } from "../../src/core/config/parse-config.ts";
import { parseDocument } from "../../src/core/document/document.ts";
import { parseHeader } from "../../src/core/document/header.ts";
import { adopt } from "../../src/core/adopt/adopt.ts";
import { checkDocument } from "../../src/core/check/check.ts";

/** All that core makes of a document's text, as plain data. */
export function reading(text: string): unknown {
  const document = parseDocument(text, defaultConfig);
  return plain({
    blocks: document.pieces.map(({ piece }) => piece.blocks),
    problems: checkDocument(document, { config: defaultConfig, today: "2026-11-27" }),
    adoption: adopt(text, { config: defaultConfig, path: "prds/one.md", takenIds: [] }),
  });
}

/** A document's header. */
export function header(text: string): unknown {
  const { fields, errors } = parseHeader(text);
  return plain({ fields, errors });
}

/** All that it makes of a `seamwork.yaml`. */
export function team(text: string): unknown {
  const { config, errors } = parseConfig(text, "seamwork.yaml");
  return plain({
    config: { ...config, people: [...config.people] },
    errors,
    added: addToList(text, ["ids", "ignore"], "A4: paper"),
  });
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}
