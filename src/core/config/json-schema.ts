import { toJSONSchema } from "zod/mini";
import { teamData } from "./schema.ts";

/**
 * JSON Schema (draft 7) of `seamwork.yaml` with descriptions, for editors that complete and check YAML; this is what
 * docs/seamwork.schema.json holds. What one place says about another only `parseConfig` knows.
 */
export function teamDataJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = toJSONSchema(teamData, { target: "draft-7", io: "input" });
  return { $schema, title: "Seamwork team data", ...schema };
}
