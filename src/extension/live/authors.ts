import { Uri } from "vscode";
import type { Written } from "../../core/readiness/authors.ts";
import type { LivePrds } from "./live-prds.ts";

/**
 * Who wrote how much of a shared PRD on all its days.
 *
 * @returns undefined for a document that is not shared, and when the server cannot be asked
 */
export async function authors(prds: LivePrds, uri: unknown): Promise<readonly Written[] | undefined> {
  const document = uri instanceof Uri ? prds.of(uri) : undefined;
  try {
    return (await document?.live.api.history())?.days.flatMap(({ people }) => people);
  } catch {
    return undefined;
  }
}
