import type { Heading, Nodes, Paragraph, PhrasingContent, Resource, TableCell } from "mdast";
import { mark } from "./inline.ts";
import type { Inline, Run, Target } from "./inline.ts";

/** A text that grows while its nodes are read. */
interface Growing {
  text: string;
  readonly runs: Run[];
  readonly targets: Target[];
  readonly base: number;
}

/**
 * Flattens nodes with inline content into one text; they are joined by a line feed, as the paragraphs of an item are.
 *
 * @param nodes of one tree, in order
 * @param empty where the empty text stands when there are no nodes, from `base`
 * @param base where offsets count from, in the text of the tree
 */
export function inlineOf(
  nodes: readonly (Heading | Paragraph | TableCell)[],
  empty: number,
  base: number,
): Inline {
  const into: Growing = { text: "", runs: [], targets: [], base };
  for (const [index, node] of nodes.entries()) {
    if (index > 0) into.text += "\n";
    addAll(node.children, 0, into);
  }
  const first = nodes[0]?.position?.start.offset;
  const last = nodes.at(-1)?.position?.end.offset;
  const start = first === undefined ? empty : first - base;
  const end = last === undefined ? empty : Math.max(start, last - base);
  const { text, runs, targets } = into;
  return targets.length === 0 ? { text, runs, start, end } : { text, runs, targets, start, end };
}

/** Address and title of a link, an image or a definition. */
export function leadsTo({ url, title }: Resource): string {
  return title ? `${url} ${title}` : url;
}

/** @param marks the sum of those around the nodes */
function addAll(nodes: readonly PhrasingContent[], marks: number, into: Growing): void {
  for (const node of nodes) {
    switch (node.type) {
      case "text":
        add(node.value, node, marks, into);
        break;
      case "inlineCode":
        add(node.value, node, marks | mark.code, into);
        break;
      case "html":
        add(node.value, node, marks | mark.html, into);
        break;
      case "break":
        add("\n", node, marks, into);
        break;
      case "image":
        add(node.alt ?? "", node, marks | mark.image, into);
        addTarget(leadsTo(node), into);
        break;
      case "imageReference":
        add(node.alt ?? "", node, marks | mark.image, into);
        addTarget(`[${node.identifier}]`, into);
        break;
      case "footnoteReference":
        break;
      case "strong":
        addAll(node.children, marks | mark.strong, into);
        break;
      case "emphasis":
        addAll(node.children, marks | mark.emphasis, into);
        break;
      case "delete":
        addAll(node.children, marks | mark.deleted, into);
        break;
      case "link":
        addAll(node.children, marks | mark.link, into);
        addTarget(leadsTo(node), into);
        break;
      case "linkReference":
        addAll(node.children, marks | mark.link, into);
        addTarget(`[${node.identifier}]`, into);
        break;
    }
  }
}

function add(value: string, node: Nodes, marks: number, into: Growing): void {
  if (value === "" || node.position === undefined) return;
  const start = (node.position.start.offset ?? 0) - into.base;
  const end = (node.position.end.offset ?? 0) - into.base;
  into.runs.push({ at: into.text.length, length: value.length, start, end, marks });
  into.text += value;
}

function addTarget(target: string, into: Growing): void {
  into.targets.push({ at: into.text.length, target });
}
