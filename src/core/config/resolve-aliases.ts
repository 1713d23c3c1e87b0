import { facetLabels, facetNames, sectionNames } from "../format/section-names.ts";
import { each } from "./each.ts";
import { faultAt } from "./fault.ts";
import type { Fault } from "./fault.ts";
import type { Config } from "./config.ts";
import type { TeamData } from "./schema.ts";
import { itemAt } from "./tree.ts";
import type { MapTree } from "./tree.ts";

/** What the team's headings are called. @param faults receives what means two sections */
export function sectionAliases({ sections }: TeamData, tree: MapTree, faults: Fault[]): Config["aliases"] {
  return resolveAliases(
    sectionNames,
    (name) => ({ names: sections?.aliases?.[name], path: ["sections", "aliases", name], called: name }),
    { tree, faults, rule: "a heading belongs to one section" },
  );
}

/** What the team's facets are called. @param faults receives what means two facets */
export function facetAliases({ facets }: TeamData, tree: MapTree, faults: Fault[]): Config["facetAliases"] {
  return resolveAliases(
    facetNames,
    (name) => {
      const called = facetLabels[name];
      return { names: facets?.aliases?.[called], path: ["facets", "aliases", called], called };
    },
    { tree, faults, rule: "a label belongs to one facet" },
  );
}

/** Each name of the team once; one that means something else already is a fault. */
function resolveAliases<K extends string>(
  keys: readonly K[],
  written: (key: K) => {
    readonly names: readonly string[] | undefined;
    readonly path: readonly string[];
    readonly called: string;
  },
  { tree, faults, rule }: { readonly tree: MapTree; readonly faults: Fault[]; readonly rule: string },
): Record<K, readonly string[]> {
  const owners = new Map<string, string>();
  return each(keys, (key) => {
    const { names = [], path, called } = written(key);
    return names
      .map((name) => name.trim())
      .filter((alias, index) => {
        const owner = owners.get(alias.toLowerCase());
        if (owner === undefined) owners.set(alias.toLowerCase(), called);
        const item = itemAt(tree, path, index);
        const message = `\`${alias}\` already means ${owner}; ${rule}.`;
        if (owner !== undefined && owner !== called && item !== undefined)
          faults.push(faultAt(item, message));
        return owner === undefined;
      });
  });
}
