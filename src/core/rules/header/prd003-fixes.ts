import type { Fix } from "../../problem.ts";
import type { Fixes } from "../rule.ts";

/** What would remove the finding is known where it is found. */
export const fixes: Fixes = ({ data }) => (data ?? []) as Fix[];
