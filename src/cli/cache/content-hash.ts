import { createHash } from "node:crypto";

/** @param parts content, team data and whatever else a result follows from */
export function contentHash(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  // The length before each part, so that moving a character from one part to the next gives another hash.
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest("hex");
}
