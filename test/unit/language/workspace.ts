import { defaultConfig } from "../../../src/core/config/config.ts";
import type { Config } from "../../../src/core/config/config.ts";
import { parseConfig } from "../../../src/core/config/parse-config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import { kindOf } from "../../../src/core/document/kind.ts";
import type { AskedByReader, Places } from "../../../src/core/language/asked.ts";
import type { AskedByWriter } from "../../../src/core/language/completion/completion.ts";
import type { AskedForLenses } from "../../../src/core/language/lens.ts";
import { teamFactsOf } from "../../../src/core/facts/facts.ts";
import { summarise, workspaceIndex } from "../../../src/core/workspace/workspace-index.ts";

/** Stands in a text where the cursor is. */
const CURSOR = "‸";

export const today = "2026-11-27";

/** A team of two. */
export const team: Config = parseConfig(
  `people:
  "@lena": { name: Lena Okafor, role: pm }
  "@mara": { name: Mara Lind, role: eng, manager: "@ines" }
  "@ines": { name: Ines Roth, role: eng, left: 2026-09-30 }
`,
  "seamwork.yaml",
).config;

export interface Memory {
  /** What is asked at the cursor, of the one text that has it. */
  readonly reader: AskedByReader;
  readonly writer: AskedByWriter;
  readonly lenses: AskedForLenses;
  /** Places as people read them: `path:line:column text`, counted from 1. */
  shown(places: readonly Places[]): string[];
}

/** A workspace in memory; one of its texts may have the cursor. */
export function workspaceOf(
  files: Readonly<Record<string, string>>,
  { config = team, me }: { config?: Config; me?: string } = {},
): Memory {
  const texts = new Map(Object.entries(files).map(([path, text]) => [path, text.replace(CURSOR, "")]));
  const index = workspaceIndex();
  const modelOf = (path: string): ReturnType<typeof parseDocument> =>
    parseDocument(texts.get(path) ?? "", config);
  for (const [path, text] of texts) {
    const kind = kindOf(text, path, config);
    const model = modelOf(path);
    if (kind !== undefined) index.set(summarise(model, path, kind, teamFactsOf(model)));
  }
  const [path = "", marked = ""] =
    Object.entries(files).find(([, text]) => text.includes(CURSOR)) ?? Object.entries(files)[0] ?? [];
  const others = {
    index,
    text: async (of: string) => texts.get(of),
    model: async (of: string) => (texts.has(of) ? modelOf(of) : undefined),
  };
  const found = kindOf(texts.get(path) ?? "", path, config) ?? "candidate";
  const kind = found === "candidate" ? "prd" : found;
  const asked = { model: modelOf(path), offset: Math.max(0, marked.indexOf(CURSOR)), config, today };
  return {
    reader: { ...asked, others, teamFile: config !== defaultConfig },
    writer: { ...asked, kind, index, me },
    lenses: { ...asked, kind: found, me, place: { index, path } },
    shown: (places) =>
      places.flatMap(({ path: of = path, text, ranges }) =>
        ranges.map(({ start, end }) => {
          const before = text.slice(0, start).split("\n");
          return `${of}:${before.length}:${(before.at(-1)?.length ?? 0) + 1} ${text.slice(start, end)}`;
        }),
      ),
  };
}

/** A PRD with a body. */
export function prd(id: string, body: string, header = ""): string {
  return `---\nprd: ${id}\nschema: prd/1\nname: Exports\nstatus: in-review\npm: "@lena"\neng: "@mara"\n${header}---\n\n# Exports\n\n${body}`;
}
