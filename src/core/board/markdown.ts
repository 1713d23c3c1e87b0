import { seams } from "../trend/figures.ts";
import { asMarkdown } from "../words/as-markdown.ts";
import {
  ageNames,
  changeWords,
  documentsWords,
  keptWords,
  meetingName,
  meetingStates,
  retroWords,
  rotationWords,
  seamNames,
  settledWords,
} from "../words/board.ts";
import { count } from "../words/count.ts";
import { daysWords, dueWords, span, waited } from "../words/days.ts";
import { splitWords } from "../words/split.ts";
import { statusName } from "../words/status.ts";
import type { Board, CycleBoard, DocumentName, Place } from "./model.ts";

/** Most lines below a number; all are in the JSON. */
const MOST_LISTED = 10;

/** The board as markdown for a wiki, a message or a pull request; ends in a line feed. */
export function boardMarkdown(board: Board): string {
  const blocks = [
    `# Board${board.team === "." ? "" : `: ${asMarkdown(board.team)}`}, ${board.today}`,
    `${documentsWords(board.documents)}.`,
    ...seamBlocks(board),
    ...cycleBlocks(board),
    ...disagreementBlocks(board),
    ...pairBlocks(board),
    ...cadenceBlocks(board),
    ...retroBlocks(board),
    ...statusBlocks(board),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function seamBlocks({ seams: found, trend }: Board): string[] {
  const head = ["Seam", "Open", ...Object.values(ageNames), "Trend"];
  const rows = found.map((one) => [
    seamNames[one.seam],
    `**${one.open}**`,
    ...one.ages.map(({ open }) => String(open)),
    one.change === undefined ? "" : changeWords(one.change),
  ]);
  const longest = found.flatMap(({ seam, ages }) =>
    ages
      .filter(({ age }) => age === "older" || age === "15-30")
      .flatMap(({ documents }) => documents)
      .map((one) => ({ ...one, seam })),
  );
  longest.sort((a, b) => (b.days ?? 0) - (a.days ?? 0));
  const lines = longest.slice(0, MOST_LISTED).map(({ seam, days, text, at, ...name }) => {
    return `- ${count(days ?? 0, "day")}, ${seamNames[seam]}, ${documentLink(name, at)}: ${asMarkdown(text)}`;
  });
  const more = rest(longest.length, "document");
  return [
    "## Seams",
    table(head, rows),
    ...(lines.length > 0 ? ["Open longest:", [...lines, ...more].join("\n")] : []),
    ...trendBlocks(trend),
  ];
}

function trendBlocks(trend: Board["trend"]): string[] {
  if (trend === undefined) return [];
  if ("missing" in trend) return [trend.missing];
  const [first, last] = [trend.points[0], trend.points.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  const said = seams.map((seam) => `${seam} ${first.open[seam]} → ${last.open[seam]}`);
  return [`From ${first.day} to ${last.day}: ${said.join(", ")}.`];
}

function cycleBlocks({ cycles }: Board): string[] {
  if (cycles.length === 0) return ["## Cycles", "There are no cycles yet."];
  const rows = cycles.map((one) => [
    link(one.id ?? one.name, one.at),
    span(one),
    one.agreed === undefined ? "not agreed" : link(splitWords(one.agreed.split), one.agreed.at),
    one.renegotiated === undefined ? "" : link(splitWords(one.renegotiated.split), one.renegotiated.at),
    plannedWords(one),
  ]);
  return ["## Cycles", table(["Cycle", "Days", "Agreed", "Renegotiated", "Planned"], rows)];
}

function plannedWords({ planned, capacity }: CycleBoard): string {
  const { shares, total, withoutEffort, withoutBucket } = planned;
  const of = capacity === undefined ? "" : ` of ${daysWords(capacity)}`;
  return [
    ...(shares === undefined ? [] : [splitWords(shares)]),
    `${daysWords(total)}${of}`,
    ...(withoutEffort > 0 ? [`${withoutEffort} with no effort given`] : []),
    ...(withoutBucket > 0 ? [`${withoutBucket} with no bucket`] : []),
  ].join("; ");
}

function disagreementBlocks({ disagreements: found }: Board): string[] {
  const rows = found.tiers.map(({ tier, open, settled, median, stays }) => [
    String(tier),
    String(open.length),
    String(settled.length),
    median === undefined ? "" : daysWords(median),
    stays[0]?.days === undefined ? "" : link(daysWords(stays[0].days), stays[0].at),
  ]);
  const open = found.tiers.flatMap(({ tier, open }) => open.map((one) => ({ ...one, tier })));
  const lines = open.slice(0, MOST_LISTED).map(({ tier, id, document, at, text, days }) => {
    const since = days === undefined ? "" : ` ${waited(days)}`;
    return `- ${documentLink(document, at, id)}, tier ${tier}${since}: ${asMarkdown(text)}`;
  });
  const cycles = found.byCycle.map((one) => `${link(one.cycle, one.at)} ${settledWords(one)}`);
  return [
    "## Disagreements",
    `${count(found.open, "disagreement")} open; ${settledWords(found)}.`,
    table(["Tier", "Open", "Settled there", "Median", "Longest"], rows),
    ...(lines.length > 0 ? [[...lines, ...rest(open.length, "disagreement")].join("\n")] : []),
    ...(cycles.length > 0 ? [`By cycle: ${cycles.join("; ")}.`] : []),
  ];
}

function pairBlocks({ pairs: { pairs } }: Board): string[] {
  if (pairs.length === 0) return ["## Pairs", "Nobody is paired yet."];
  const rows = pairs.map((pair) => {
    const { pm, eng, spells, since, days, rotation } = pair;
    const last = spells.at(-1);
    const words = rotationWords(pair);
    return [
      `${asMarkdown(pm)} and ${asMarkdown(eng)}`,
      last === undefined ? "" : link(last.item, last.at),
      since,
      daysWords(days),
      rotation?.due === true ? `**${words}**` : words,
    ];
  });
  return ["## Pairs", table(["Pair", "Works on", "Since", "For", "Rotation"], rows)];
}

function cadenceBlocks({ cadence: { strips, span } }: Board): string[] {
  if (strips.length === 0) return ["## Cadences", "No meeting is due yet."];
  const marks = { kept: "✓", late: "◐", missed: "✗", open: "·" } as const;
  const legend = Object.entries(meetingStates)
    .map(([state, name]) => `${marks[state as keyof typeof marks]} ${name}`)
    .join(", ");
  const rows = strips.map((strip) => [
    asMarkdown(meetingName(strip)),
    keptWords(strip.slots),
    // Where nothing was held there is no line to lead to but that of the cycle or the PRD, which says nothing more.
    strip.slots
      .map(({ state, at: [first] }) =>
        first === undefined || state === "missed" || state === "open"
          ? marks[state]
          : link(marks[state], first),
      )
      .join(" "),
  ]);
  return [
    "## Cadences",
    `From ${span.from} to ${span.to}; ${legend}.`,
    table(["Meeting", "Kept", "Over time"], rows),
  ];
}

function retroBlocks({ retros: { retros, done } }: Board): string[] {
  const rows = retros.map((one) => [
    documentLink(one, one.at),
    retroWords(one),
    one.actions
      .map((action) => {
        const by = action.by === undefined ? "" : `, ${dueWords(action.by, action.overdue)}`;
        return `${link(action.id, action.at)}${by}: ${asMarkdown(action.text)}`;
      })
      .join("<br>"),
  ]);
  const held = done === 0 ? [] : [`${count(done, "retro")} held, with nothing left to do.`];
  if (rows.length === 0) return ["## Retros", held[0] ?? "No retro is due."];
  return ["## Retros", table(["Retro", "State", "Open actions"], rows), ...held];
}

function statusBlocks({ statuses }: Board): string[] {
  const rows = statuses.map(({ status, prds, stale }) => [
    statusName(status),
    String(prds.length),
    stale === 0
      ? ""
      : prds
          .flatMap(({ stale: places, ...name }) => places.slice(0, 1).map((at) => documentLink(name, at)))
          .join(", "),
  ]);
  return ["## PRDs", table(["Status", "PRDs", "With stale sign-offs"], rows)];
}

function rest(all: number, what: string): string[] {
  return all > MOST_LISTED ? [`- and ${count(all - MOST_LISTED, `more ${what}`)}`] : [];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function documentLink({ id, name }: DocumentName, at: Place, inner?: string): string {
  return link([id ?? name, inner].filter(Boolean).join(" "), at);
}

/** @param text plain */
function link(text: string, { path, line }: Place): string {
  const to = path
    .split("/")
    .map((part) => encodeURIComponent(part).replace(/[()'*]/g, hex))
    .join("/");
  return `[${asMarkdown(text)}](./${to}#L${line})`;
}

function hex(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
