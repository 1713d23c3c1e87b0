import { adopt } from "../../adopt/adopt.ts";
import type { PrdDocument } from "../../document/model.ts";
import type { Finding, Fix } from "../../problem.ts";
import { lineEndAt, lineEnding } from "../../text/lines.ts";
import type { RuleContext, WorkspaceContext } from "../rule.ts";

export function fixes(_: Finding, context: RuleContext | WorkspaceContext): Fix[] {
  const { document, config } = context;
  const closing = document.header.unclosed ? closingFix(document) : undefined;
  if (closing !== undefined) return [closing];
  const [path, takenIds, me] =
    "index" in context ? [context.path, context.index.ids(), context.me] : ["", []];
  const { edits, id } = adopt(document.text, { config, path, takenIds, me });
  if (edits.length === 0) return [];
  return [
    { title: `${adoptAs} ${id}: add a header, keep every word`, kind: "guided", preferred: true, edits },
  ];
}

const adoptAs = "Adopt as";

/** Whether a fix of this rule adopts the document; the other ones only mend its header. */
export function isAdoption(title: string): boolean {
  return title.startsWith(adoptAs);
}

/** Ends the header behind its last line that looks like a field, where one of them is the id. */
function closingFix({ text }: PrdDocument): Fix | undefined {
  let offset = 0;
  let found = false;
  for (let start = nextLine(text, 0); start < text.length; start = nextLine(text, start)) {
    const line = text.slice(start, lineEndAt(text, start));
    if (!/^(?:["']?[A-Za-z_][\w -]*["']?[ \t]*:(?:\s|$)|[ \t]+\S|-[ \t]|#[^#\s])/.test(line)) break;
    found ||= /^["']?prd["']?[ \t]*:/.test(line);
    offset = nextLine(text, start);
  }
  if (!found) return undefined;
  const eol = lineEnding(text);
  const missing = /[\r\n]/.test(text[offset - 1] ?? "") ? "" : eol;
  const edit = { start: offset, end: offset, newText: `${missing}---${eol}` };
  return { title: "Close the header with ---", kind: "guided", preferred: true, edits: [edit] };
}

function nextLine(text: string, offset: number): number {
  const end = lineEndAt(text, offset);
  return Math.min(text.length, end + (text.startsWith("\r\n", end) ? 2 : 1));
}
