import type { DialectDocs } from "../dialect.ts";
import { docs as gherkin } from "./gherkin.ts";
import { docs as kiro } from "./kiro.ts";
import { docs as native } from "./native.ts";
import { docs as numbered } from "./numbered.ts";
import { docs as openspec } from "./openspec.ts";
import { docs as plain } from "./plain.ts";
import { docs as stories } from "./stories.ts";
import { docs as tables } from "./tables.ts";

/** What people read about all styles, in the order of docs/styles.md. */
export const documentedStyles: readonly DialectDocs[] = [
  native,
  stories,
  kiro,
  openspec,
  numbered,
  gherkin,
  tables,
  plain,
];
