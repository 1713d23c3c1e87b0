/** Globs, and whether a file is one of those that they name. */
export interface Globs {
  /** As they are written: with `/`; `*` stays in one folder, `**` crosses folders. */
  readonly list: readonly string[];
  /**
   * Files and folders that start with a dot match only where a glob names the dot.
   *
   * @param relativePath path below the folder that the globs are relative to, with `/`; one of more than
   * 1,024 characters matches nothing
   */
  matches(relativePath: string): boolean;
}

/** Longer paths match nothing, in UTF-16 units. */
const maxPath = 1024;

/** @param matches tells it of a path in Unicode's composed form (NFC) */
export function globsWith(list: readonly string[], matches: (path: string) => boolean): Globs {
  return { list, matches: (path) => path.length <= maxPath && matches(path.normalize("NFC")) };
}

/**
 * Where PRDs, cycles and retros lie when a team says nothing, and files of other tools (OpenSpec, Kiro, spec-kit, agents)
 * that could be PRDs: nobody is asked to adopt those.
 */
export const defaultGlobs = {
  prd: expressed({
    "**/*.prd.md": /^(?:(?:(?!\.)(?:(?:(?!(?:^|\/)\.).)*?)\/)?(?!\.)(?=.)[^/]*?\.prd\.md\/?)$/,
    "**/prd.md": /^(?:(?:^|\/|(?:(?:(?!(?:^|\/)\.).)*?)\/)prd\.md)$/,
    "**/prds/**/*.md":
      /^(?:(?:^|\/|(?:(?:(?!(?:^|\/)\.).)*?)\/)prds(?:\/(?!\.)(?:(?:(?!(?:^|\/)\.).)*?)\/|\/|$)(?!\.)(?=.)[^/]*?\.md)$/,
  }),
  cycle: expressed({
    "**/cycles/*.md": /^(?:(?:^|\/|(?:(?:(?!(?:^|\/)\.).)*?)\/)cycles\/(?!\.)(?=.)[^/]*?\.md)$/,
  }),
  retro: expressed({
    "**/retros/*.md": /^(?:(?:^|\/|(?:(?:(?!(?:^|\/)\.).)*?)\/)retros\/(?!\.)(?=.)[^/]*?\.md)$/,
  }),
  otherTools: expressed({
    "openspec/specs/**/spec.md": /^(?:openspec\/specs(?:\/(?!\.)(?:(?:(?!(?:^|\/)\.).)*?)\/|\/|$)spec\.md)$/,
    ".kiro/specs/**/requirements.md":
      /^(?:\.kiro\/specs(?:\/(?!\.)(?:(?:(?!(?:^|\/)\.).)*?)\/|\/|$)requirements\.md)$/,
    "specs/**/spec.md": /^(?:specs(?:\/(?!\.)(?:(?:(?!(?:^|\/)\.).)*?)\/|\/|$)spec\.md)$/,
    "docs/prd/*.md": /^(?:docs\/prd\/(?!\.)(?=.)[^/]*?\.md)$/,
    "PRD.md": /^(?:^(?:PRD\.md)$)$/,
  }),
};

/**
 * Globs with the expressions that `globs.ts` would make of them (a test holds them equal), so that only a team with
 * globs of its own waits for what translates globs.
 */
function expressed(expressions: Readonly<Record<string, RegExp>>): Globs {
  const all = Object.values(expressions);
  return globsWith(Object.keys(expressions), (path) => all.some((expression) => expression.test(path)));
}
