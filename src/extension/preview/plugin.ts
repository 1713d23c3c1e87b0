import type { Env, MarkdownIt, Token } from "markdown-it";

/** What is drawn of a PRD beside what markdown says. */
export interface DrawnPrd {
  /** HTML that stands above the document. */
  readonly head: string;
  /** The document's tokens with what is added to them; those that are given stay as they are. */
  decorate(tokens: readonly Token[]): Token[];
}

/**
 * Lets a markdown-it draw more of some documents. All others come out as if this were not there.
 *
 * Everything is added while drawing and nothing while parsing: VS Code names the document only then, and keeps tokens
 * from one drawing to the next.
 *
 * @param prdOf what is known of the document that is being drawn; undefined for all that are to stay as they are
 */
export function drawPrds(md: MarkdownIt, prdOf: (env: Env) => DrawnPrd | undefined): MarkdownIt {
  const { renderer } = md;
  const render = renderer.render.bind(renderer);
  renderer.render = (tokens, options, env: Env) => {
    const prd = prdOf(env);
    return prd === undefined
      ? render(tokens, options, env)
      : prd.head + render(prd.decorate(tokens), options, env);
  };
  return md;
}
