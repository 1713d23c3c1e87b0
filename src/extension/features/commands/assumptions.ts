import { QuickPickItemKind, ThemeIcon, window } from "vscode";
import type { QuickPickItem } from "vscode";
import { templatePlaceholders } from "../../../core/create/template.ts";
import type { Assumption, PrdDocument } from "../../../core/document/model.ts";
import { assumptionState } from "../../../core/document/state.ts";
import type { FixEdit } from "../../../core/problem.ts";
import { answeredByEdit, testedEdit } from "../../../core/writing/tested.ts";
import { annotationAt } from "../../../core/document/at.ts";
import { insertAnew } from "../../edits.ts";
import type { Services } from "../../services/services.ts";
import type { Command } from "../../command.ts";
import { hereIn } from "./active.ts";
import type { Here } from "./active.ts";
import { newConstraint } from "./additions.ts";

/** Commands that say what came out when an assumption was put to the test. */
export function assumptionCommands(services: Services): Record<"held" | "broke", Command> {
  const { clock, me } = services;

  const held = async (uri?: unknown, offset?: unknown): Promise<void> => {
    const here = await hereIn(services, uri, offset);
    const assumption = here && (await assumptionFor(here, "Which assumption held?"));
    if (here === undefined || assumption === undefined) return;
    const { state, since } = assumptionState(assumption);
    if (state === "held") {
      void window.showInformationMessage(
        `${assumption.id} is already marked as held${since === undefined ? "" : `, on ${since}`}.`,
      );
      return;
    }
    const who = await me.orAsk(here.prd.team);
    if (who === undefined) return;
    await insertAnew(here.prd.document, () => {
      const model = here.prd.model();
      const now = again(model, assumption);
      return now === undefined ? [] : [testedEdit(model, now, who, clock.today(), ["held"]).edit];
    });
  };

  const broke = async (uri?: unknown, offset?: unknown): Promise<void> => {
    const here = await hereIn(services, uri, offset);
    const assumption = here && (await assumptionFor(here, "Which assumption broke?"));
    if (here === undefined || assumption === undefined) return;
    const { prd } = here;
    const { id } = assumption;
    const { state, ids } = assumptionState(assumption);
    if (state === "broke" && ids.length > 0) {
      void window.showInformationMessage(
        `${id} is already marked as broken; it says that ${ids.join(" and ")} answers it.`,
      );
      return;
    }
    const answer = await window.showQuickPick(answersTo(prd.model(), state === "broke"), {
      title: `${id} broke. Which constraint answers it?`,
      placeHolder: "What has to be different now?",
      matchOnDetail: true,
    });
    if (answer === undefined) return;
    const make =
      answer.is === "new"
        ? await newConstraint(services, here, `Which requirement changes because ${id} broke?`)
        : undefined;
    const who = await me.orAsk(prd.team);
    if (who === undefined || (answer.is === "new" && make === undefined)) return;
    await insertAnew(prd.document, () => {
      const model = prd.model();
      const now = again(model, assumption);
      const made = make?.();
      if (now === undefined || (make !== undefined && made === undefined)) return [];
      const by = made?.id ?? answer.id;
      const edit = brokeEdit(model, now, who, clock.today(), by);
      return [...(edit === undefined ? [] : [edit]), ...(made === undefined ? [] : [made.edit])];
    });
  };

  return { held, broke };
}

/** @param by what answers it; undefined as long as nothing does */
function brokeEdit(
  model: PrdDocument,
  assumption: Assumption,
  who: string,
  today: string,
  by: string | undefined,
): FixEdit | undefined {
  // It is said once that it broke.
  if (assumptionState(assumption).state === "broke")
    return by === undefined ? undefined : answeredByEdit(model.text, assumption, by);
  const outcome = by === undefined ? "broke" : `broke, see ${by}`;
  return testedEdit(model, assumption, who, today, [outcome]).edit;
}

type Answer = QuickPickItem & { readonly id?: string; readonly is?: "new" };

/** @param said whether the document says already that it broke, so that there is nothing else to write down */
function answersTo({ constraints }: PrdDocument, said: boolean): Answer[] {
  const items: Answer[] = constraints.map(({ id, limits, body }) => ({
    label: id,
    description: limits.join(", "),
    detail: body.replace(/\s+/g, " ").trim(),
    id,
  }));
  if (items.length > 0) items.push({ label: "or", kind: QuickPickItemKind.Separator });
  items.push({ label: "A new constraint…", is: "new", iconPath: new ThemeIcon("add") });
  if (!said) items.push({ label: "None yet", detail: "PRD202 will ask again before this is agreed" });
  return items;
}

/** The assumption under the cursor, else one of those that nobody has tested. */
async function assumptionFor({ prd, offset }: Here, question: string): Promise<Assumption | undefined> {
  const model = prd.model();
  const at = annotationAt(model, offset);
  if (at?.kind === "assumption") return at;
  const untested = model.assumptions.filter(
    (one) => assumptionState(one).state === "untested" && !templatePlaceholders.includes(one.body),
  );
  if (untested.length === 0) {
    void window.showInformationMessage(
      "No assumption in this PRD is waiting for a test. Put the cursor on one to test it again.",
    );
    return undefined;
  }
  const items: QuickPickItem[] = untested.map(({ id, body }) => ({
    label: id,
    description: body.replace(/\s+/g, " ").trim(),
  }));
  const picked = await window.showQuickPick(items, { title: question, matchOnDescription: true });
  return picked && untested[items.indexOf(picked)];
}

/** The same assumption in the text as it stands: the text may have changed while somebody was asked. */
function again({ assumptions }: PrdDocument, { id }: Assumption): Assumption | undefined {
  return assumptions.find((one) => one.id === id);
}
