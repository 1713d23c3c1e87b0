import type { Config } from "../../config/config.ts";
import { headerKind } from "../../document/header.ts";
import { languageCodes } from "../../format/language-codes.ts";
import { keysOfKind } from "../../format/header-keys.ts";
import type { HeaderKey, HeaderKind } from "../../format/header-keys.ts";
import { statuses } from "../../format/status.ts";
import { nextPrdId } from "../../document/prd-id.ts";
import { headerDocs } from "../header-docs.ts";
import { nextId } from "../../recognise/ids.ts";
import type { PrdDocument } from "../../document/model.ts";
import { buckets } from "../../facts/model.ts";
import type { Bucket } from "../../facts/model.ts";
import type { DocumentSummary } from "../../workspace/workspace-index.ts";
import type { Context, Offer } from "./offer.ts";

/** Fields at the start of a line of the header, values behind the colon. */
export function headerOffers(context: Context): readonly Offer[] | undefined {
  const { model, offset, before } = context;
  const { header } = model;
  if (!header.present || offset <= 3 || offset > header.closing) return undefined;
  const field = /^([a-z]*)$/i.exec(before);
  const kind = headerKind(header) ?? context.kind;
  if (field !== null) {
    const there = new Set(header.fields.map(({ key }) => key));
    return keysOfKind[kind]
      .filter((key) => !there.has(key))
      .map((key) => ({
        label: key,
        kind: "field",
        detail: headerDocs(key, kind).means,
        text: `${key}: `,
        replace: offset - before.length,
        again: true,
      }));
  }
  const [, key, typed] = /^([a-z]+):\s+(.*)$/i.exec(before) ?? [];
  const known = keysOfKind[kind].find((one) => one === key);
  if (known === undefined || typed === undefined) return undefined;
  if (known === "pm" || known === "eng") return peopleValues(context, known, typed);
  return valuesOf(known, kind, context).map(({ label, detail }) => ({
    label,
    kind: "value",
    detail,
    text: label,
    replace: offset - typed.length,
  }));
}

function valuesOf(
  key: Exclude<HeaderKey, "pm" | "eng">,
  kind: HeaderKind,
  { model, today, takenIds, documents }: Context,
): readonly { label: string; detail?: string }[] {
  switch (key) {
    case "prd":
      return [{ label: nextPrdId(takenIds()), detail: "the next free id" }];
    case "schema":
      return [{ label: `${kind}/1`, detail: "the version that this Seamwork knows" }];
    case "status":
      return statuses.map((label) => ({ label, detail: statusMeanings[label] }));
    case "bucket":
      return buckets.map((label) => ({ label, detail: bucketMeanings[label] }));
    case "from":
    case "to":
      return quarterDay(model, key, today);
    case "paired":
    case "launch":
      return [{ label: today, detail: "today" }];
    case "cycle":
      return kind === "cycle" ? freeCycles(today, takenIds()) : cyclesOf(documents(), today);
    case "effort":
      return ["3d", "1w", "2w", "4w", "2m"].map((label) => ({ label }));
    case "lang":
      return languageCodes.map((label) => ({ label }));
    case "capacity":
      return ["20w", "40w", "60w"].map((label) => ({ label }));
    case "retro":
      return [{ label: nextOf("RETRO", takenIds()), detail: "the next free id" }];
    case "product":
    case "health":
    case "ops":
      return restOf(model, key);
    case "name":
      return [];
  }
}

export const bucketMeanings: Readonly<Record<Bucket, string>> = {
  product: "something new for customers",
  health: "debt, infrastructure, tooling",
  ops: "reliability, performance, monitoring",
};

const statusMeanings: Readonly<Record<(typeof statuses)[number], string>> = {
  draft: "being written",
  "in-review": "engineering and product read it together",
  agreed: "both sides stand by it",
  building: "under construction",
  launched: "customers have it",
  closed: "looked back on",
  parked: "not now",
};

/** The cycles that there are, the latest first; without any, the quarters to come. */
function cyclesOf(
  documents: readonly DocumentSummary[],
  today: string,
): { label: string; detail?: string }[] {
  const found = documents
    .filter(({ kind }) => kind === "cycle")
    .flatMap(({ id, team }) =>
      id === undefined ? [] : [{ id, from: team?.cycle?.from, to: team?.cycle?.to }],
    )
    .sort((a, b) => (b.from ?? "").localeCompare(a.from ?? ""));
  if (found.length === 0) return cyclesFrom(today).map((label) => ({ label }));
  return found.map(({ id, from, to }) =>
    from === undefined || to === undefined ? { label: id } : { label: id, detail: `${from} to ${to}` },
  );
}

function freeCycles(today: string, taken: readonly string[]): { label: string }[] {
  return cyclesFrom(today)
    .filter((label) => !taken.includes(label))
    .map((label) => ({ label }));
}

function nextOf(prefix: string, taken: readonly string[]): string {
  return nextId(
    prefix,
    taken.map((id) => (id.startsWith(`${prefix}-`) ? id : "")),
  ).replace(/^([A-Z]+)-?/, "$1-");
}

/** What the other two shares leave of the whole. */
function restOf({ header }: PrdDocument, key: Bucket): { label: string; detail: string }[] {
  const others = buckets
    .filter((bucket) => bucket !== key)
    .map((bucket) => Number(header.field(bucket)?.values[0]?.text ?? Number.NaN));
  const rest = 100 - others.reduce((sum, share) => sum + share, 0);
  return Number.isNaN(rest) || rest < 0 ? [] : [{ label: String(rest), detail: "makes 100 with the others" }];
}

/** First and last day of the quarter that the cycle is called by; else today. */
function quarterDay(
  { header }: PrdDocument,
  key: "from" | "to",
  today: string,
): { label: string; detail: string }[] {
  const [, year, quarter] = /^(\d{4})-?Q([1-4])$/i.exec(header.field("cycle")?.values[0]?.text ?? "") ?? [];
  if (year === undefined || quarter === undefined) return [{ label: today, detail: "today" }];
  const days = key === "from" ? ["01-01", "04-01", "07-01", "10-01"] : ["03-31", "06-30", "09-30", "12-31"];
  const day = days[Number(quarter) - 1] ?? "";
  return [{ label: `${year}-${day}`, detail: `the ${key === "from" ? "first" : "last"} day of the quarter` }];
}

/** This quarter and the three after it. */
function cyclesFrom(today: string): string[] {
  const year = Number(today.slice(0, 4));
  const quarter = Math.floor((Number(today.slice(5, 7)) - 1) / 3);
  return [0, 1, 2, 3].map((later) => {
    const at = quarter + later;
    return `${year + Math.floor(at / 4)}-Q${(at % 4) + 1}`;
  });
}

/** Handles in quotes, those with the field's role first; the quote that the editor closed by itself goes. */
function peopleValues({ config, offset, after, today }: Context, key: "pm" | "eng", typed: string): Offer[] {
  const started = /["']?@?[\p{L}\p{N}_.-]*$/u.exec(typed)?.[0] ?? "";
  return peopleFor(config, key, today).map(({ handle, name, role }) => ({
    label: handle,
    kind: "person",
    detail: `${name} · ${role}`,
    text: JSON.stringify(handle),
    filter: started.startsWith('"') || started.startsWith("'") ? `${started[0]}${handle}` : handle,
    replace: offset - started.length,
    swallow: /^["']/.test(after) && /^["']/.test(started) ? 1 : 0,
  }));
}

/** People who have not left, those with a role first. */
export function peopleFor(
  { people }: Config,
  role: string | undefined,
  today: string,
): { handle: string; name: string; role: string }[] {
  const here = [...people.values()].filter(({ left }) => left === undefined || left > today);
  return [...here.filter((one) => one.role === role), ...here.filter((one) => one.role !== role)];
}
