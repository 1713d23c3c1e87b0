/**
 * The other linters. They are installed beside this file only, which is why no type checker looks at it.
 *
 * @param {string} name
 * @returns {Promise<import("./peers.js").Lint>}
 */
export async function peer(name) {
  if (name === "markdownlint") {
    const { lint } = await import("markdownlint/sync");
    return (file, text) => void lint({ strings: { [file]: text } });
  }
  const { remark } = await import("remark");
  const { default: lint } = await import("remark-lint");
  const { default: recommended } = await import("remark-preset-lint-recommended");
  const { default: frontmatter } = await import("remark-frontmatter");
  const { default: gfm } = await import("remark-gfm");
  const processor = remark();
  // Without these, headers are read as headings and tables as prose; "bare" shows what they cost.
  if (name === "remark-lint") processor.use(frontmatter).use(gfm);
  else if (name !== "remark-lint, bare") throw new Error(`There is no tool ${name}.`);
  processor.use(lint).use(recommended).freeze();
  // What `process` does but for writing the text anew, which a linter does not need.
  return (_, text) => void processor.runSync(processor.parse(text));
}
