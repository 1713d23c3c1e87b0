import type { FacetName } from "../format/section-names.ts";
import type { Inline } from "../markdown/inline.ts";
import { leadOf } from "./lead.ts";
import { fold } from "./fold.ts";
import { facetNamed, partNamed, withoutNumber } from "./names.ts";
import type { PartName } from "../lexicon/lexicon.ts";

/** A label in front of what it names. Indices into the inline's text. */
export interface FacetLead {
  readonly name: FacetName;
  readonly start: number;
  readonly end: number;
  /** Where what it says begins. */
  readonly behind: number;
}

const leads = new WeakMap<Inline, FacetLead | "none">();

/** The facet that an item or paragraph begins with, in bold or before a colon: `**Why:** …`, `Why: …`. */
export function facetLead(inline: Inline): FacetLead | undefined {
  let lead = leads.get(inline);
  if (lead === undefined) leads.set(inline, (lead = facetLeadWith(facetNamed, inline) ?? "none"));
  return lead === "none" ? undefined : lead;
}

const plainLabel = /^\s*([\p{L}][\p{L}\p{M} &/'’()（）-]{0,40}?)\s*[:：]/u;

/** {@link facetLead} with the names of a team; nothing is remembered. */
export function facetLeadWith(
  named: (label: string) => FacetName | undefined,
  inline: Inline,
): FacetLead | undefined {
  const { bold, boldStart, afterBold } = leadOf(inline);
  if (bold !== undefined) {
    const name = named(bold);
    return name && { name, start: boldStart, end: boldStart + bold.length, behind: afterBold };
  }
  const found = plainLabel.exec(inline.text);
  const label = found?.[1];
  if (found === null || label === undefined) return undefined;
  const name = named(label);
  const start = found[0].indexOf(label);
  const behind = found[0].length + (/^\s*/.exec(inline.text.slice(found[0].length))?.[0].length ?? 0);
  return name && { name, start, end: start + label.length, behind };
}

const titles = new WeakMap<Inline, FacetName | "none">();

/** The facet that a heading or a column is named for. */
export function facetTitle(inline: Inline): FacetName | undefined {
  let name = titles.get(inline);
  if (name === undefined) titles.set(inline, (name = facetNamed(inline.text) ?? "none"));
  return name === "none" ? undefined : name;
}

/** A label that names a part of a PRD which is no requirement: `Out of scope: …`, `Core value: …`. */
export interface AsideLead {
  /** The facet that it answers for, where it does so. */
  readonly name: FacetName | undefined;
  readonly behind: number;
}

const asides = new WeakMap<Inline, AsideLead | "none">();

/** {@link facetLead} for the other parts; undefined for a label that says nothing of the kind. */
export function asideLead(inline: Inline): AsideLead | undefined {
  let lead = asides.get(inline);
  if (lead === undefined) asides.set(inline, (lead = readAside(inline) ?? "none"));
  return lead === "none" ? undefined : lead;
}

function readAside(inline: Inline): AsideLead | undefined {
  const { bold, afterBold } = leadOf(inline);
  const plain = bold === undefined ? plainLabel.exec(inline.text) : null;
  const label = bold ?? plain?.[1];
  if (label === undefined) return undefined;
  const part = partNamed(label);
  if (!isAside(label, part)) return undefined;
  return {
    name: part === "Why" ? "why" : undefined,
    behind: bold === undefined ? (plain?.[0].length ?? 0) : afterBold,
  };
}

function isAside(label: string, part: PartName | undefined): boolean {
  return part === undefined ? isField(label) : part !== "Requirements";
}

/** Whether a heading says that what stands below it answers something or is a field of what stands above. */
export function namesAside(heading: string): boolean {
  const label = withoutNumber(heading);
  return facetNamed(label) !== undefined || isAside(label, partNamed(label));
}

/** A field of the document, a list of a record's fields, or a question. */
function isField(label: string): boolean {
  const name = fold(label);
  return fields.has(name) || /[?？]\s*$/.test(label) || / (?:fields|columns|properties)$/.test(name);
}

/** Labels of fields that people write below a requirement or in front of a document. */
const fields = new Set(
  "owner,priority,status,impact,risk,mitigation,effort,estimate,source,legend,note,notes,date,version,author,authors,component,components,coverage,dependencies,depends on".split(
    ",",
  ),
);

/** What a label that leads to a list says of it: "Sort by:", "Priority levels:" and, less surely, "Filter options:". */
export function leadsToValues({ text }: Inline): "surely" | "perhaps" | undefined {
  const label = /^\s*([^:：\n]{3,60})[:：]\s*$/u.exec(text)?.[1];
  if (label === undefined) return undefined;
  const name = fold(label);
  if (/\boptions$/.test(name)) return "perhaps";
  return values.test(name) ? "surely" : undefined;
}

/** What follows are values that one thing can have, and no requirements of their own. */
const values =
  /^(?:sort|filter|group|order)(?:ed|ing|s)? by\b|\b(?:levels|values|categories|types|states|statuses|colou?rs|(?:colou?r )?coding|presets|displays?|elements|form sections|default \w+)$/;
