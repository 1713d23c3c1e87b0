import type { Config } from "../../core/config/config.ts";
import { personByHandle } from "../../core/config/people.ts";
import type { PrdDocument } from "../../core/document/model.ts";
import { statuses } from "../../core/format/status.ts";
import type { Status } from "../../core/format/status.ts";
import type { Conversation } from "../../core/readiness/conversations.ts";
import type { Readiness } from "../../core/readiness/readiness.ts";
import { turn, verdict } from "../../core/readiness/render.ts";
import { shorten } from "../../core/words/shorten.ts";
import { escapeHtml } from "./html.ts";
import { anchorOf } from "./marks.ts";
import { count } from "../../core/words/count.ts";
import { statusName } from "../../core/words/status.ts";
import { capital } from "../../core/words/sentence.ts";

/** Longest name and longest quotation, in UTF-16 units; conversations that are listed at most. */
const MOST = { name: 200, words: 300, listed: 50 };

/** The block above a PRD: what it is, how far it is, whose it is, and what stands before the next status. */
export function headHtml(
  { header }: PrdDocument,
  config: Config,
  readiness: Readiness,
  today: string,
): string {
  const { id = "", name, score, status } = readiness;
  const person = (handle: string): string => {
    const known = personByHandle(config, handle)?.name;
    return isolated([known, handle].filter(Boolean).join(" "), MOST.name);
  };
  const people = (key: "pm" | "eng"): string =>
    header.people(key).map(person).join(", ") || "<em>nobody yet</em>";
  const sum =
    score.of === 0 ? "" : `<p class="seamwork-sum">${score.passed} of ${count(score.of, "check")} pass</p>`;
  return [
    `<section class="seamwork-head" aria-label="PRD">`,
    `<p class="seamwork-name"><strong>${isolated(id, MOST.name)}</strong> ${isolated(name, MOST.name)}</p>`,
    `<ol class="seamwork-path" aria-label="Status">${path(status)}</ol>`,
    `<p class="seamwork-pair">Product ${people("pm")} · Engineering ${people("eng")}</p>`,
    first(readiness, today),
    sum,
    "</section>\n",
  ].join("");
}

function path(status: Status): string {
  const here = statuses.indexOf(status);
  const steps = status === "parked" ? statuses : statuses.filter((one) => one !== "parked");
  return steps
    .map((one) => {
      if (one === status)
        return `<li class="seamwork-here" aria-current="step"><span aria-hidden="true">●</span> ${capital(statusName(one))}</li>`;
      const done = status !== "parked" && statuses.indexOf(one) < here;
      return `<li><span aria-hidden="true">${done ? "✓" : "○"}</span> ${capital(statusName(one))}</li>`;
    })
    .join("");
}

/** What is settled before the next status; a click opens the list. */
function first(readiness: Readiness, today: string): string {
  const blockers = readiness.ready?.blockedBy ?? [];
  const words = `<strong>${escapeHtml(verdict(readiness))}</strong>`;
  if (blockers.length === 0) return `<p class="seamwork-verdict">${words}</p>`;
  const more = blockers.length - MOST.listed;
  const items = blockers.slice(0, MOST.listed).map((one) => `<li>${line(one, today)}</li>`);
  if (more > 0) items.push(`<li>and ${more} more</li>`);
  return `<details class="seamwork-verdict"><summary>${words}</summary><ul>${items.join("")}</ul></details>`;
}

/** What is open, its id as a link to where it stands. */
function line({ id, text, ...one }: Conversation, today: string): string {
  const at = id !== undefined && text.startsWith(id) ? id.length : 0;
  const link =
    at === 0 ? "" : `<a href="#${escapeHtml(anchorOf(text.slice(0, at)))}">${text.slice(0, at)}</a>`;
  const said = link + isolated(text.slice(at), MOST.words);
  return `${said} <span class="seamwork-turn">${isolated(turn({ id, text, ...one }, today), MOST.words)}</span>`;
}

/** A text of the document: it may run in the other direction, and turns nothing around it. */
function isolated(text: string, most: number): string {
  return `<bdi>${escapeHtml(shorten(text, most))}</bdi>`;
}
