import { optionFixes } from "../../writing/option-links.ts";
import type { Fixes } from "../rule.ts";

export const fixes: Fixes = (finding, { document }) => optionFixes(finding, document);
