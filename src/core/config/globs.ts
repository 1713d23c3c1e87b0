import picomatch from "picomatch/posix.js";
import { globsWith } from "./default-globs.ts";
import type { Globs } from "./default-globs.ts";

/**
 * Why a glob cannot be used, as the end of a sentence that begins with "a glob"; nothing when it can.
 *
 * Globs become regular expressions, and some of those take minutes on a short path. The limits on `*`, `**` and `{`
 * keep the slowest glob that we could build below a fifth of a second for the longest path.
 */
export function globProblem(glob: string): string | undefined {
  if (glob.trim() === "") return "names at least one file, such as `prds/**/*.md`";
  if (glob.length > 200) return "has at most 200 characters";
  if (glob.includes("\\")) return "separates folders with `/`, also on Windows";
  if (glob.startsWith("!")) return "says what to include and never starts with `!`";
  if (/^(?:\/|[A-Za-z]:)/.test(glob)) return "starts at the folder of this file";
  if (glob.endsWith("/")) return "names files; for a whole folder write `folder/**/*.md`";
  const segments = glob.split("/");
  if (segments.includes("..")) return "stays inside the folder of this file, so it never contains `..`";
  if (segments.includes("")) return "has one `/` between two folders";
  if (segments.filter((segment) => segment === "**").length > 3) return "has at most three `**`";
  if (segments.some((segment) => segment.split("*").length > 4)) {
    return "has at most three `*` between two `/`";
  }
  if (glob.split("{").length > 4) return "has at most three `{ }`";
  if (!closes(glob)) return "closes each `[` with `]` and each `{` with `}`";
  return undefined;
}

/** Whether every bracket and brace that opens is closed; one that is not matches no file that anybody means. */
function closes(glob: string): boolean {
  const rest = glob.replace(/\[[^[\]]+\]/g, "");
  return !rest.includes("[") && rest.split("{").length <= rest.split("}").length;
}

/** Globs that are ready to use; one that cannot be used matches nothing. */
export function globsOf(list: readonly string[]): Globs {
  const usable = list.filter((glob) => globProblem(glob) === undefined);
  if (usable.length === 0) return globsWith(list, () => false);
  // Parentheses and bars are for regular expressions; in a path they are what they are.
  const literal = usable.map((glob) => glob.normalize("NFC").replace(/[()|]/g, "\\$&"));
  return globsWith(list, picomatch(literal, { nonegate: true, noextglob: true }));
}
