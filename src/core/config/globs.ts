import picomatch from "picomatch/posix.js";

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
  return undefined;
}

/** Longer paths match nothing, in UTF-16 units. */
const maxPath = 1024;

type Matcher = (relativePath: string) => boolean;

/** Compiled once per list; a list lives as long as the configuration that holds it. */
const compiled = new WeakMap<readonly string[], Matcher>();

function compile(globs: readonly string[]): Matcher {
  const usable = globs.filter((glob) => globProblem(glob) === undefined);
  if (usable.length === 0) return () => false;
  // Parentheses and bars are for regular expressions; in a path they are what they are.
  const literal = usable.map((glob) => glob.normalize("NFC").replace(/[()|]/g, "\\$&"));
  return picomatch(literal, { nonegate: true, noextglob: true });
}

/**
 * Whether a file is one of those that the globs name. Files and folders that start with a dot never are.
 *
 * @param globs globs with `/`; `*` stays in one folder, `**` crosses folders; one that cannot be used matches nothing
 * @param relativePath path below the folder that the globs are relative to, with `/`; one of more than
 * 1,024 characters matches nothing
 */
export function matchesAny(globs: readonly string[], relativePath: string): boolean {
  let matcher = compiled.get(globs);
  if (matcher === undefined) {
    matcher = compile(globs);
    compiled.set(globs, matcher);
  }
  return relativePath.length <= maxPath && matcher(relativePath.normalize("NFC"));
}
