import { TEAM_LISTS } from "../phrases/language.ts";
import { facetAliases, sectionAliases } from "./resolve-aliases.ts";
import type { Config } from "./config.ts";
import { each } from "./each.ts";
import { slip } from "./fault.ts";
import type { Fault } from "./fault.ts";
import { globsOf } from "./globs.ts";
import { ruleCodes } from "./names.ts";
import type { RuleSetting } from "./names.ts";
import { nearest } from "./nearest.ts";
import { normalizeRole } from "./people.ts";
import { resolvePeople } from "./resolve-people.ts";
import type { TeamData } from "./schema.ts";
import { entryAt, itemAt } from "./tree.ts";
import type { MapTree } from "./tree.ts";
import { listed } from "../words/listed.ts";

/**
 * Makes the configuration of checked data: fills in defaults, writes handles, roles and kinds in one way, and checks
 * what one place says about another.
 *
 * @param data equals the tree
 * @param handles all that the file names, also those whose entry does not hold
 * @param faults receives what does not fit together; such a value is left out
 */
export function resolve(
  data: TeamData,
  tree: MapTree,
  handles: readonly string[],
  defaults: Config,
  faults: Fault[],
): Config {
  const { cadence, reviews } = data;
  const people = resolvePeople(data.people ?? {}, tree, handles, faults);
  const kinds = [...new Set([...defaults.kinds, ...(data.constraints?.kinds ?? []).map(lower)])];
  const roles = new Set(["pm", "eng", ...[...people.values()].map(({ role }) => role)]);
  return {
    people,
    documents: {
      ...each(["prd", "cycle", "retro"], (kind) => {
        const globs = data.documents?.[kind];
        return globs === undefined ? defaults.documents[kind] : globsOf(globs);
      }),
      otherTools: data.documents?.prd === undefined ? defaults.documents.otherTools : globsOf([]),
    },
    aliases: sectionAliases(data, tree, faults),
    facetAliases: facetAliases(data, tree, faults),
    ids: { ignore: (data.ids?.ignore ?? []).map(trimmed) },
    kinds,
    rules: resolveRules(data, tree, faults),
    phrases: each(TEAM_LISTS, (list) => {
      const { add = [], remove = [] } = data.phrases?.[list] ?? {};
      return { add: add.map(trimmed), remove: remove.map(trimmed) };
    }),
    ...present({ language: data.language ?? defaults.language }),
    waiting: { ...defaults.waiting, ...present(data.waiting) },
    reviews: {
      required: rolesAt(reviews?.required ?? defaults.reviews.required, ["reviews", "required"]),
      when: requiredByKind(),
    },
    live: present(data.live),
    cadence: {
      weekly: { ...defaults.cadence.weekly, ...present(cadence?.weekly) },
      managers: { ...defaults.cadence.managers, ...present(cadence?.managers) },
      planning: { ...defaults.cadence.planning, ...present(cadence?.planning) },
      retro: { ...defaults.cadence.retro, ...present(cadence?.retro) },
      rotation: { ...defaults.cadence.rotation, ...present(cadence?.rotation) },
    },
    escalation: { ...defaults.escalation, ...present(data.escalation) },
  };

  function requiredByKind(): Map<string, readonly string[]> {
    const when = new Map<string, readonly string[]>();
    for (const [kind, required] of Object.entries(reviews?.when ?? {})) {
      const path = ["reviews", "when", kind];
      const key = entryAt(tree, path)?.key;
      if (kinds.includes(lower(kind))) when.set(lower(kind), rolesAt(required, path));
      else if (key !== undefined) {
        const subject = `\`${kind}\` in \`reviews.when\` must be a kind of constraint: ${listed(kinds, "or")}`;
        faults.push(slip(key, subject, nearest(kind, kinds)));
      }
    }
    return when;
  }

  /** Roles in one spelling. A role that nobody has yet is fine, one that is a slip away from somebody's is not. */
  function rolesAt(written: readonly string[], path: readonly string[]): string[] {
    const meant = written.map(normalizeRole).filter((role, index) => {
      const near = role.length < 4 || roles.has(role) ? undefined : nearest(role, roles);
      const item = itemAt(tree, path, index);
      if (near === undefined || item === undefined) return true;
      const subject = `Nobody in \`people\` has the role \`${role}\`, only ${listed([...roles], "or")}`;
      faults.push(slip(item, subject, near));
      return false;
    });
    return [...new Set(meant)];
  }
}

function resolveRules(data: TeamData, tree: MapTree, faults: Fault[]): Map<string, RuleSetting> {
  const rules = new Map<string, RuleSetting>();
  for (const [code, setting] of Object.entries(data.rules ?? {})) {
    const key = entryAt(tree, ["rules", code])?.key;
    if (ruleCodes.includes(code)) rules.set(code, setting === false ? "off" : setting);
    else if (key !== undefined) {
      const subject = `\`${code}\` in \`rules\` must be the code of a rule, such as PRD403`;
      faults.push(slip(key, subject, nearest(code, ruleCodes)));
    }
  }
  return rules;
}

/** The keys that are set, so that they may be spread over defaults. */
function present<T extends object>(values: T | undefined): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(values ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}

const lower = (text: string): string => text.trim().toLowerCase();
const trimmed = (text: string): string => text.trim();
