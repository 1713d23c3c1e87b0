/**
 * The year behind docs/example as a git repository: `node test/run/example-history.js FOLDER`.
 *
 * The documents themselves say on which day each of their lines was written. So the history is not kept beside them but
 * read from them: for each day that they name, they are written as they stood that evening, and committed by whoever
 * wrote the line. Whoever changes the example changes its history with it.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { begins, edits, firstDay, storyDay } from "./example-story.js";
import { root } from "./paths.js";

const source = join(root, "docs/example");

const day = String.raw`\d{4}-\d{2}-\d{2}`;

/**
 * Makes a repository with the story's commits.
 *
 * @param {string} folder is created; must not be there
 * @throws {Error} when git cannot be run
 */
export function makeExample(folder) {
  mkdirSync(folder, { recursive: true });
  const git = (/** @type {string[]} */ args, input = "") =>
    execFileSync("git", args, { cwd: folder, input, stdio: ["pipe", "pipe", "pipe"] });
  const files = filesIn("").map((path) => ({ path, text: readFileSync(join(source, path), "utf8") }));
  /** @type {Map<string, string>} */
  const written = new Map();
  const stream = [];
  for (const today of daysOf(files)) {
    const changed = [];
    for (const { path, text } of files) {
      const now = asOf(path, text, today);
      if (now === undefined || now === written.get(path)) continue;
      changed.push({ path, before: written.get(path), now });
      written.set(path, now);
    }
    if (changed.length > 0) stream.push(commitOf(today, changed));
  }
  git(["init", "--quiet", "--initial-branch=main"]);
  git(["fast-import", "--quiet"], stream.join(""));
  git(["reset", "--quiet", "--hard"]);
}

/**
 * A commit as `git fast-import` reads it (git-fast-import(1)); data counts in bytes.
 * @param {string} today
 * @param {readonly Changed[]} changed
 */
function commitOf(today, changed) {
  const who = authorOf(changed);
  const data = (/** @type {string} */ text) => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const at = Date.parse(`${today}T16:00:00Z`) / 1000;
  return [
    `commit refs/heads/main\ncommitter ${who} <${who}@example.com> ${at} +0000\n`,
    data(messageOf(changed)),
    ...changed.map(({ path, now }) => `M 100644 inline ${path}\n${data(now)}`),
  ].join("");
}

/** @param {string} below @returns {string[]} paths below the example's folder, with `/` */
function filesIn(below) {
  return readdirSync(join(source, below), { withFileTypes: true })
    .flatMap((entry) => {
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      return entry.isDirectory() ? filesIn(path) : [path];
    })
    .sort();
}

/** Every day that the documents name up to the end of the story, in order. @param {readonly { text: string }[]} files */
function daysOf(files) {
  const days = new Set([...Object.values(begins), ...edits.map((edit) => edit.day), storyDay]);
  for (const { text } of files) {
    const { agreed } = milestones(text);
    if (agreed !== undefined) days.add(after(agreed, 3));
    for (const [found] of text.matchAll(new RegExp(day, "g"))) days.add(found);
    for (const [, by = ""] of text.matchAll(new RegExp(`\\*\\*Q\\d+\\*\\* \\([^)]*by (${day})`, "g")))
      days.add(after(by, -7));
  }
  return [...days].filter((one) => one <= storyDay && one >= firstDay).sort();
}

/**
 * A document as it stood on the evening of a day; undefined before it was there.
 * @param {string} path
 * @param {string} text
 * @param {string} today
 */
export function asOf(path, text, today) {
  const began = begins[path] ?? beginningOf(text);
  if (began === undefined || began > today) return undefined;
  if (!path.endsWith(".md") || !text.startsWith("---")) return text;
  let body = text;
  for (const edit of edits)
    if (edit.file === path && edit.day > today) body = body.replace(edit.now, edit.before);
  const end = body.indexOf("\n---\n") + 5;
  const header = headerAsOf(body.slice(0, end), body, today);
  return header + sectionsAsOf(body.slice(end), text, today);
}

/** @param {string} text @returns {string | undefined} */
function beginningOf(text) {
  return (
    new RegExp(`^paired: (${day})`, "m").exec(text)?.[1] ??
    new RegExp(`\\*\\*Agreed\\*\\* @\\w+, (${day})`).exec(text)?.[1] ??
    new RegExp(`\\*\\*Held:\\*\\* (${day})`).exec(text)?.[1]
  );
}

/** The days on which a PRD came to its statuses, as far as its lines tell. @param {string} text */
function milestones(text) {
  const last = (/** @type {RegExp} */ pattern) =>
    [...text.matchAll(pattern)]
      .map(([, found = ""]) => found)
      .sort()
      .at(-1);
  const review = new RegExp(`^\\s*- \\*\\*C\\d+\\*\\* \\([^)]*?(${day})`, "m").exec(text)?.[1];
  return {
    review,
    agreed: last(new RegExp(`\\*\\*Signed off\\*\\* [^\`]*?(${day})`, "g")),
    launched: new RegExp(`^launch: (${day})`, "m").exec(text)?.[1],
    closed: new RegExp(`\\*\\*Held:\\*\\* (${day})`).exec(text)?.[1],
    parked: last(new RegExp(`Resolved (${day})`, "g")),
  };
}

/** @param {string} text @param {string} today */
function statusAsOf(text, today) {
  const end = /^status: ([a-z-]+)$/m.exec(text)?.[1] ?? "draft";
  const { review, agreed, launched, closed, parked } = milestones(text);
  const reached = (/** @type {string | undefined} */ when) => when !== undefined && when <= today;
  const path = ["draft", "in-review", "agreed", "building", "launched", "closed"];
  let at = 0;
  if (reached(review)) at = 1;
  if (reached(agreed)) at = 2;
  if (agreed !== undefined && after(agreed, 3) <= today) at = 3;
  if (reached(launched)) at = 4;
  if (at === 4 && reached(closed)) at = 5;
  if (end === "parked") return reached(parked) ? end : path[at];
  return path[Math.min(at, path.indexOf(end))];
}

/** @param {string} header @param {string} text @param {string} today */
function headerAsOf(header, text, today) {
  let now = header.replace(/^status: .*$/m, `status: ${statusAsOf(text, today)}`);
  // What was agreed anew later is not in the header yet.
  const renegotiations = [...text.matchAll(new RegExp(`^- \\*\\*N\\d+\\*\\* [^:]*?(${day}): (.*)$`, "gm"))];
  for (const [, when = "", said = ""] of renegotiations.reverse()) {
    if (when <= today) continue;
    for (const [, bucket, from] of said.matchAll(/(product|health|ops) (\d+) to \d+/g))
      now = now.replace(new RegExp(`^${bucket}: .*$`, "m"), `${bucket}: ${from}`);
  }
  return now;
}

/** @param {string} body @param {string} text @param {string} today */
function sectionsAsOf(body, text, today) {
  const sections = body.split(/^(?=## )/m).flatMap((section) => {
    if (!section.startsWith("## ")) return [section];
    const room = new RegExp(`\\*\\*In the room:\\*\\* .*?(${day})`).exec(section)?.[1];
    if (room !== undefined && room > today) return [];
    const lines = section.split("\n").flatMap((line) => lineAsOf(line, section, text, today) ?? []);
    const content = lines.slice(1).join("\n");
    // A table of which only the head is left says nothing yet.
    const says = content.split("\n").some((line) => line.trim() !== "" && !line.startsWith("#"));
    return says ? [`${lines.join("\n").trimEnd()}\n\n`] : [];
  });
  return `${sections.join("").trimEnd()}\n`;
}

/**
 * @param {string} line
 * @param {string} section
 * @param {string} text
 * @param {string} today
 * @returns {string | undefined} undefined for a line that was written later
 */
function lineAsOf(line, section, text, today) {
  const { launched, agreed } = milestones(text);
  if (section.startsWith("## Retro")) {
    const held = milestones(section).closed;
    if (line.startsWith("- **Due:**")) {
      const planned = agreed === undefined ? launched : after(agreed, 3);
      return planned !== undefined && planned > today ? undefined : line;
    }
    if (line.startsWith("- ") && (held === undefined || held > today)) return undefined;
    return upTo(line, new RegExp(` Done (${day})`), today);
  }
  if (line.startsWith("- **Gave up**")) return (beginningOf(text) ?? "") > today ? undefined : line;
  const written = dayOf(line);
  if (written !== undefined && written > today) return undefined;
  if (section.startsWith("## Pairs") && new RegExp(`\\| (${day})`).exec(line)) {
    const since = new RegExp(`\\| (${day})`).exec(line)?.[1] ?? "";
    return since > today ? undefined : line;
  }
  const seen = new RegExp(`None seen, @\\w+ (${day})`).exec(line)?.[1];
  if (seen !== undefined && seen > today) return line.replace(/ None seen.*$/, "");
  const tested = agreed === undefined ? launched : after(agreed, 14);
  const boxes = tested === undefined || tested > today ? line.replace("- [x]", "- [ ]") : line;
  const disagreed = new RegExp(`\\*\\*D1\\*\\* [^:]*?(${day}):`).exec(text)?.[1] ?? "";
  const seeing = disagreed > today ? boxes.replace(/ See D1$/, "") : boxes;
  return upTo(
    seeing,
    new RegExp(` (?:Accepted|Countered|Answered|Tested|Raised|Resolved) [^.]*?(${day})`),
    today,
  );
}

/** The line up to the first sentence of this form that is of a later day. @param {string} line @param {RegExp} form @param {string} today */
function upTo(line, form, today) {
  for (const found of line.matchAll(new RegExp(form, "g")))
    if ((found[1] ?? "") > today) return line.slice(0, found.index);
  return line;
}

/** The day on which a line was written, where it says so itself. @param {string} line */
function dayOf(line) {
  const forms = [
    `^- (${day}) `,
    `^- \\*\\*(?:Signed off|Agreed)\\*\\* [^\`]*?(${day})`,
    `^- \\*\\*[ND]\\d+\\*\\* [^:]*?(${day}):`,
    `^\\s*- \\*\\*C\\d+\\*\\* \\([^)]*?(${day})`,
    `^- \\*\\*In the room:\\*\\* .*?(${day})`,
  ];
  for (const form of forms) {
    const found = new RegExp(form).exec(line)?.[1];
    if (found !== undefined) return found;
  }
  const due = new RegExp(`^- \\*\\*Q\\d+\\*\\* \\([^)]*by (${day})`).exec(line)?.[1];
  return due === undefined ? undefined : after(due, -7);
}

/** @typedef {{ path: string, before: string | undefined, now: string }} Changed */

/** The person of the first line that is new, else the PM. @param {readonly Changed[]} changed */
function authorOf(changed) {
  for (const { before, now } of changed) {
    if (before === undefined) continue;
    const known = new Set(before.split("\n"));
    const line = now.split("\n").find((one) => !known.has(one) && /@\w+/.test(one));
    const people = [...(line ?? "").matchAll(/@(\w+)/g)].map(([, name = ""]) => name);
    // An answer stands behind what it answers.
    const who = /Signed off|^\s*- \d{4}/.test(line ?? "") ? people[0] : people.at(-1);
    if (who !== undefined) return who;
  }
  for (const { now } of changed) {
    const pm = /^(?:pm: "|- \*\*Agreed\*\* )@(\w+)/m.exec(now)?.[1];
    if (pm !== undefined) return pm;
  }
  return "nadia";
}

/** @param {readonly Changed[]} changed */
function messageOf(changed) {
  const said = changed.map(({ path, before, now }) => {
    const name = /^(?:prd|cycle|retro): (\S+)/m.exec(now)?.[1] ?? path;
    if (before === undefined) return `${name} begins`;
    const [was, is] = [before, now].map((text) => /^status: (\S+)/m.exec(text)?.[1]);
    return is === was ? name : `${name} is ${is}`;
  });
  return said.length > 3 ? `${said.slice(0, 3).join(", ")} and ${said.length - 3} more` : said.join(", ");
}

/** @param {string} from @param {number} days */
function after(from, days) {
  return new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2];
  if (folder === undefined) {
    console.error("Where to? node test/run/example-history.js FOLDER");
    process.exitCode = 2;
  } else makeExample(resolve(folder));
}
