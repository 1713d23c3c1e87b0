import { window } from "vscode";
import { idKey } from "../../../core/recognise/ids.ts";
import type { PrdDocument, Requirement } from "../../../core/document/model.ts";
import { canReview } from "../../../core/review/signatures.ts";
import { reviewer } from "../../../core/review/reviewers.ts";
import { effectiveStatus } from "../../../core/check/check.ts";
import { requirementAt } from "../../../core/document/at.ts";
import type { OpenPrd } from "../../services/open-prds.ts";
import type { Services } from "../../services/services.ts";
import { documentFor } from "../commands/active.ts";

/** The PRD of a command's argument, else the one in the editor; tells the person where there is none. */
export async function prdFor({ openPrds }: Services, uri: unknown): Promise<OpenPrd | undefined> {
  const document = await documentFor(uri).then(undefined, () => undefined);
  const prd = document === undefined ? undefined : await openPrds.find(document);
  if (prd?.kind === "prd") return prd;
  void window.showInformationMessage(
    prd?.kind !== "candidate"
      ? "Open a PRD to review it."
      : "This document has no PRD header yet. *Adopt This PRD* adds one; then it can be reviewed.",
  );
  return undefined;
}

/** The PRD as it is now: its team's data may have been read anew since a command began. */
export async function again(services: Services, prd: OpenPrd): Promise<OpenPrd> {
  return (await services.openPrds.find(prd.document)) ?? prd;
}

/** Who reviews: the person here, if their sign-off can count. A product manager is told kindly who could. */
export async function reviewerHere(services: Services, prd: OpenPrd): Promise<string | undefined> {
  const { me, clock } = services;
  let who = await me.orAsk(prd.team);
  for (;;) {
    const model = prd.model();
    const { config } = prd.team;
    if (who === undefined || canReview(model, config, who)) return who;
    const context = { document: model, config, today: clock.today(), status: effectiveStatus(model) };
    const whom = reviewer(context, config.reviews.required[0] ?? "eng");
    const other = "I Am Somebody Else…";
    const picked = await window.showInformationMessage(
      `You are ${who}, product manager here, and who asked for something cannot be the one who tries to break it. Could ${whom} review this PRD?`,
      other,
    );
    if (picked !== other) return undefined;
    who = await me.ask(prd.team);
  }
}

export function requirementOf({ requirements }: PrdDocument, id: string): Requirement | undefined {
  const key = idKey(id);
  return requirements.find((one) => idKey(one.id) === key);
}

/** The requirement under the cursor of an editor that shows the PRD. */
export function requirementHere({ document, model }: OpenPrd): Requirement | undefined {
  const editor =
    window.activeTextEditor?.document === document
      ? window.activeTextEditor
      : window.visibleTextEditors.find((one) => one.document === document);
  return editor && requirementAt(model(), document.offsetAt(editor.selection.active));
}
