import type { Token } from "markdown-it";
import { escapeHtml, standingHtml } from "./html.ts";
import type { Mark } from "./marks.ts";

/**
 * The tokens of a PRD with its marks in them. VS Code keeps tokens and draws them again, so none is changed: those with
 * marks are copied. What is written stays there word for word, but for fingerprints, which are shortened.
 *
 * @param marks by line from 0
 */
export function decorate(tokens: readonly Token[], marks: ReadonlyMap<number, Mark>): Token[] {
  let row: number | undefined;
  /** The row's mark once its id was found: answers may stand in further cells. */
  let inRow: Mark | undefined;
  return tokens.map((token) => {
    if (token.type === "tr_open") {
      row = token.map?.[0];
      inRow = undefined;
    } else if (token.type === "tr_close") row = undefined;
    if (token.type !== "inline" || token.children === null) return token;
    if (inRow !== undefined)
      return withChildren(token, draw(token.children, answersIn(token.children, inRow.answers, 0)));
    const mark = marks.get(row ?? token.map?.[0] ?? -1);
    const changes = mark && changesFor(token.children, mark);
    if (mark === undefined || changes === undefined) return token;
    if (row !== undefined) inRow = mark;
    return withChildren(token, draw(token.children, changes));
  });
}

/** A stretch of a block's visible text with what stands around it, or in its place. Indices in UTF-16 units. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
  /** In place of a piece of code that begins here. */
  readonly code?: string;
}

/** Nothing when the block does not begin as its mark says: markdown-it may see another block there than we do. */
function changesFor(children: readonly Token[], mark: Mark): Change[] | undefined {
  const text = textOf(children);
  const start = text.indexOf(mark.name);
  if (start < 0 || /\p{L}/u.test(text.slice(0, start).replace(/^\s*\[[xX]\]/, ""))) return undefined;
  let at = start + mark.name.length;
  const id = mark.anchor === undefined ? "" : ` id="${escapeHtml(mark.anchor)}"`;
  const changes: Change[] = [around(start, at, `<span class="seamwork-badge"${id}>`)];
  const head = mark.head?.exec(text.slice(at));
  if (head?.[1]) {
    const from = at + head[0].indexOf(head[1]);
    const to = from + head[1].length;
    const end = at + head[0].length;
    const hidden = '<span class="seamwork-sign">';
    if (text[from - 1] === "(") changes.push(around(from - 1, from, hidden));
    changes.push(around(from, to, '<span class="seamwork-who">'));
    const rest = text.slice(to, end).trimEnd().length;
    if (rest > 0) changes.push(around(to, to + rest, hidden));
    at = end;
  }
  if (mark.standing !== undefined && mark.fingerprint === undefined)
    changes.push(insert(at, ` ${standingHtml(mark.standing)} `));
  changes.push(...answersIn(children, mark.answers, at));
  if (mark.fingerprint !== undefined) {
    const print = text.indexOf(mark.fingerprint, at);
    const standing = mark.standing === undefined ? "" : ` ${standingHtml(mark.standing)}`;
    const code = `<code class="seamwork-print" title="${escapeHtml(mark.fingerprint)}">${escapeHtml(shortened(mark.fingerprint))}</code>${standing}`;
    if (print >= 0) changes.push({ start: print, end: print, before: "", after: "", code });
  }
  return changes;
}

function answersIn(children: readonly Token[], answers: readonly RegExp[], from: number): Change[] {
  const text = textOf(children);
  let at = from;
  return answers.flatMap((pattern) => {
    const found = pattern.exec(text.slice(at));
    if (found === null) return [];
    const start = at + found.index;
    at = start + found[0].length;
    return [around(start, at, '<span class="seamwork-answer">')];
  });
}

function around(start: number, end: number, before: string): Change {
  return { start, end, before, after: "</span>" };
}

function insert(at: number, before: string): Change {
  return { start: at, end: at, before, after: "" };
}

/** The first part of a fingerprint, which stands for all of it. */
function shortened(fingerprint: string): string {
  const [first = "", ...others] = fingerprint.trim().split(/\s+/);
  return others.length === 0 ? first : `${first}…`;
}

/** What a reader sees of a block: marks left out, code as text, line breaks as line feeds. */
function textOf(children: readonly Token[]): string {
  return children.map(visible).join("");
}

function visible({ type, content }: Token): string {
  if (type === "text" || type === "code_inline") return content;
  return type === "softbreak" || type === "hardbreak" ? "\n" : "";
}

/** Puts the changes, which are in order and do not overlap, into a block. Texts are split, never rewritten. */
function draw(children: readonly Token[], changes: readonly Change[]): Token[] {
  const drawn: Token[] = [];
  const open = [...changes];
  let at = 0;
  for (const child of children) {
    const text = visible(child);
    const end = at + text.length;
    if (child.type === "code_inline") {
      const code = open.find((one) => one.code !== undefined && at <= one.start && one.start < end)?.code;
      drawn.push(code === undefined ? child : html(child, code));
    } else if (child.type === "text") {
      drawn.push(...split(child, at, open));
    } else drawn.push(child);
    at = end;
    while (open[0] !== undefined && open[0].end < at) open.shift();
  }
  // A change behind the last word.
  for (const { start, end, before, code } of open)
    if (start === end && start === at && code === undefined && children[0])
      drawn.push(html(children[0], before));
  return drawn;
}

/** One text with those changes that lie in it; a stretch that runs over several texts is marked in each of them. */
function split(child: Token, at: number, changes: readonly Change[]): Token[] {
  const { content } = child;
  const end = at + content.length;
  const pieces: Token[] = [];
  let done = at;
  const upTo = (index: number): void => {
    if (index > done) pieces.push(copy(child, { content: content.slice(done - at, index - at) }));
    done = Math.max(done, index);
  };
  for (const { start, end: stop, before, after, code } of changes) {
    if (code !== undefined) continue;
    if (start === stop) {
      if (at <= start && start < end) {
        upTo(start);
        pieces.push(html(child, before));
      }
      continue;
    }
    if (start >= end || stop <= at) continue;
    upTo(Math.max(start, at));
    pieces.push(html(child, before));
    upTo(Math.min(stop, end));
    pieces.push(html(child, after));
  }
  upTo(end);
  return pieces;
}

function html(like: Token, content: string): Token {
  return copy(like, { type: "html_inline", content, attrs: null, markup: "", info: "", meta: null });
}

function withChildren(token: Token, children: Token[]): Token {
  return copy(token, { children });
}

function copy(token: Token, what: Partial<Token>): Token {
  return Object.assign(Object.create(Object.getPrototypeOf(token) as object) as Token, token, what);
}
