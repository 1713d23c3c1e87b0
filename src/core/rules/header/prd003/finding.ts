import type { Finding, Fix, FixEdit } from "../../../problem.ts";
import type { Range } from "../../../text/range.ts";

/** A finding that carries its fixes: what would remove it is known where it is found. */
export function findingWith({ start, end }: Range, message: string, fixes: readonly Fix[] = []): Finding {
  return { start, end, message, data: fixes, fixable: fixes.some(({ kind }) => kind === "safe") };
}

export function fixOf(title: string, kind: Fix["kind"], ...edits: FixEdit[]): Fix {
  return { title, kind, preferred: true, edits };
}
