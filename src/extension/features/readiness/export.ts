import { commands, Uri, window, workspace } from "vscode";
import type { QuickPickItem } from "vscode";
import { libraryRow } from "../../../core/readiness/library-row.ts";
import { overviewOf } from "../../../core/readiness/overview-of.ts";
import { readinessMarkdown } from "../../../core/readiness/render.ts";
import { baseName } from "../../services/paths.ts";
import type { OpenPrd } from "../../services/open-prds.ts";
import type { Services } from "../../services/services.ts";
import { readinessOf } from "../readiness-of.ts";
import type { Authorships } from "./authorship.ts";

interface Format extends QuickPickItem {
  readonly ending: "md" | "html";
}

const formats: readonly Format[] = [
  { label: "Markdown", description: "for a comment, a wiki or a message", ending: "md" },
  { label: "HTML", description: "one file to send or to print, which needs nothing else", ending: "html" },
];

/** Asks for a format and a place, writes how far a PRD is, and offers to open it. */
export async function exportReadiness(
  prd: OpenPrd,
  services: Services,
  authorships: Authorships,
): Promise<void> {
  const format = await window.showQuickPick(formats, {
    title: "Export Readiness",
    placeHolder: "As what?",
  });
  if (format === undefined) return;
  const { uri } = prd.document;
  const target = await window.showSaveDialog({
    title: `Save Readiness as ${format.label}`,
    defaultUri: Uri.joinPath(uri, "..", `${stemOf(uri)}-readiness.${format.ending}`),
    filters: { [format.label]: [format.ending] },
  });
  if (target === undefined) return;
  const text = await (format.ending === "md"
    ? markdownOf(prd, services)
    : htmlOf(prd, services, authorships));
  await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  const open = "Open It";
  const picked = await window.showInformationMessage(`Readiness is in ${baseName(target)}.`, open);
  if (picked === open) await commands.executeCommand("vscode.open", target);
}

/** `PRD-042-export` for `PRD-042-export.prd.md`. */
function stemOf(uri: Uri): string {
  return baseName(uri).replace(/(?:\.prd)?\.(?:md|markdown)$/i, "");
}

function markdownOf(prd: OpenPrd, services: Services): string {
  return readinessMarkdown(readinessOf(prd, services), services.clock.today());
}

async function htmlOf(prd: OpenPrd, services: Services, authorships: Authorships): Promise<string> {
  const { document, team } = prd;
  const today = services.clock.today();
  const found = readinessOf(prd, services);
  const authorship = await authorships.now(prd);
  const { htmlPage } = await import("../../../panel/page.tsx");
  // For whoever reads it: nothing in it is "my turn".
  const overview = overviewOf(prd.model(), found, { config: team.config, today, authorship });
  const names = { document: baseName(document.uri), path: workspace.asRelativePath(document.uri) };
  return htmlPage([{ overview, row: libraryRow(names, prd.model(), found, team) }], today);
}
