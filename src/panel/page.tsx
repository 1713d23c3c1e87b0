// Whoever imports the page must know what a style sheet is here.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./css.d.ts" />
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import style from "../../media/panel.css";
import type { LibraryRow, PrdOverview } from "../core/readiness/overview.ts";
import pageStyle from "./page.css";
import { Library } from "./views/library.tsx";
import { firstLook } from "./views/library-order.ts";
import { Overview } from "./views/overview.tsx";
import { count } from "../core/words/count.ts";

export interface PagePrd {
  readonly overview: PrdOverview;
  readonly row: LibraryRow;
}

/**
 * PRDs as one HTML page that stands for itself: no script, nothing that is loaded, and a policy that would forbid both.
 * Several PRDs are listed first.
 *
 * @param today `YYYY-MM-DD`: the day for which the readiness was worked out
 */
export function htmlPage(prds: readonly PagePrd[], today: string): string {
  const [only] = prds.length === 1 ? prds : [];
  const title =
    only === undefined ? "Readiness" : [only.overview.id, only.overview.name].filter(Boolean).join(" ");
  const page = renderToString(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
        />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        {/* Ours, word for word; nothing of a PRD is in it. */}
        <style dangerouslySetInnerHTML={{ __html: pageStyle + style }} />
      </head>
      <body>
        <main>
          {only === undefined ? <Several prds={prds} /> : <One prd={only} level={1} />}
          <footer>Readiness on {today}, by Seamwork.</footer>
        </main>
      </body>
    </html>,
  );
  return `<!doctype html>\n${page}\n`;
}

function Several({ prds }: { prds: readonly PagePrd[] }): VNode {
  if (prds.length === 0) return <h1 class="page-title">No PRDs here</h1>;
  return (
    <>
      <h1 class="page-title">Readiness of {count(prds.length, "PRD")}</h1>
      <Library rows={prds.map(({ row }) => row)} look={firstLook} reading={false} me={undefined} />
      {prds.map((prd) => (
        <One key={prd.row.document} prd={prd} level={2} />
      ))}
    </>
  );
}

function One({ prd: { overview }, level }: { prd: PagePrd; level: number }): VNode {
  const look = { by: "seam", whole: new Set<string>() } as const;
  return <Overview overview={overview} look={look} level={level} me={undefined} />;
}
