import type { Config } from "../../../core/config/config.ts";
import { headerKind, keysOfKind } from "../../../core/document/header.ts";
import type { HeaderKey, HeaderKind } from "../../../core/document/header.ts";
import { statuses } from "../../../core/document/status.ts";
import { nextPrdId } from "../../../core/create/prd-id.ts";
import { headerDocs } from "../header-docs.ts";
import type { Context, Offer } from "./offer.ts";

/** Fields at the start of a line of the header, values behind the colon. */
export function headerOffers(context: Context): readonly Offer[] | undefined {
  const { model, offset, before } = context;
  const { header } = model;
  if (!header.present || offset <= 3 || offset > header.closing) return undefined;
  const field = /^([a-z]*)$/i.exec(before);
  const kind = headerKind(header) ?? "prd";
  if (field !== null) {
    const there = new Set(header.fields.map(({ key }) => key));
    return keysOfKind[kind]
      .filter((key) => !there.has(key))
      .map((key) => ({
        label: key,
        kind: "field",
        detail: headerDocs[key].means,
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
  { today, takenIds }: Context,
): readonly { label: string; detail?: string }[] {
  switch (key) {
    case "prd":
      return [{ label: nextPrdId(takenIds()), detail: "the next free id" }];
    case "schema":
      return [{ label: `${kind}/1`, detail: "the version that this Seamwork knows" }];
    case "status":
      return statuses.map((label) => ({ label, detail: statusMeanings[label] }));
    case "bucket":
      return [
        { label: "product", detail: "something new for customers" },
        { label: "health", detail: "debt, infrastructure, tooling" },
        { label: "ops", detail: "reliability, performance, monitoring" },
      ];
    case "from":
    case "to":
    case "paired":
    case "launch":
      return [{ label: today, detail: "today" }];
    case "cycle":
      return cyclesFrom(today).map((label) => ({ label }));
    case "effort":
      return ["3d", "1w", "2w", "4w", "2m"].map((label) => ({ label }));
    case "capacity":
      return ["20w", "40w", "60w"].map((label) => ({ label }));
    case "name":
    case "retro":
    case "product":
    case "health":
    case "ops":
      return [];
  }
}

const statusMeanings: Readonly<Record<(typeof statuses)[number], string>> = {
  draft: "being written",
  "in-review": "engineering and product read it together",
  agreed: "both sides stand by it",
  building: "under construction",
  launched: "customers have it",
  closed: "looked back on",
  parked: "not now",
};

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
