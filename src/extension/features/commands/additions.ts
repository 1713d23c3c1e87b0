import { window } from "vscode";
import type { QuickPickItem } from "vscode";
import { nextId } from "../../../core/recognise/ids.ts";
import type { PrdDocument, Requirement } from "../../../core/document/model.ts";
import type { FacetName } from "../../../core/format/section-names.ts";
import { facetEdit, itemEdit } from "../../../core/writing/insert.ts";
import type { FixEdit } from "../../../core/problem.ts";
import { place } from "../../../core/writing/snippet.ts";
import type { Said } from "../../../core/writing/said.ts";
import { storyLabel } from "../../../core/words/story.ts";
import { requirementAt } from "../../../core/document/at.ts";
import { insert } from "../../edits.ts";
import type { Services } from "../../services/services.ts";
import type { Command } from "../../command.ts";
import { hereIn } from "./active.ts";
import type { Here } from "./active.ts";
import { kindItems } from "./kinds.ts";

/** Commands that add an annotation, with its id, its author and its date, and put the cursor where the words go. */
export function additionCommands(services: Services): Record<"addConstraint" | "addEdgeCase", Command> {
  const addConstraint = async (uri?: unknown, offset?: unknown): Promise<void> => {
    const here = await hereIn(services, uri, offset);
    if (here === undefined) return;
    const made = (await newConstraint(services, here, "Which requirement does it limit?"))?.();
    if (made !== undefined) await insert(here.prd.document, [made.edit]);
  };

  const addEdgeCase = async (uri?: unknown, offset?: unknown): Promise<void> => {
    const here = await hereIn(services, uri, offset);
    const requirement = here && (await requirementFor(here, "Which requirement is it about?"));
    if (here === undefined || requirement === undefined) return;
    const id = freeId(here.prd.model(), "E");
    const item = [
      `**${id}** `,
      place("the case: empty, huge, twice, late, offline"),
      ": ",
      place("what happens then"),
    ];
    const edit = facetItemEdit(here.prd.model(), requirement, "edgeCases", item);
    if (edit === undefined) tellNoColumn(requirement);
    else await insert(here.prd.document, [edit]);
  };

  return { addConstraint, addEdgeCase };
}

/** A constraint with a place for its text. */
export interface NewConstraint {
  readonly id: string;
  readonly edit: FixEdit;
}

/**
 * Asks for what a new constraint needs beside its text.
 *
 * @param question which requirement it limits, where the cursor is in none
 * @returns makes it in the text as it stands then; undefined when somebody does not answer
 */
export async function newConstraint(
  { me, clock }: Services,
  here: Here,
  question: string,
): Promise<(() => NewConstraint | undefined) | undefined> {
  const { prd } = here;
  const requirement = await requirementFor(here, question);
  if (requirement === undefined) return undefined;
  const kind = await window.showQuickPick(kindItems(prd.team.config.kinds), {
    title: `Add a constraint to ${requirement.id}`,
    placeHolder: "What is it about?",
    matchOnDescription: true,
  });
  const who = kind && (await me.orAsk(prd.team));
  if (kind === undefined || who === undefined) return undefined;
  return () => {
    const model = prd.model();
    const now = model.requirements.find(({ id }) => id === requirement.id);
    if (now === undefined) return undefined;
    const id = freeId(model, "C");
    const said = [
      `**${id}** (${kind.label}, ${who}, ${clock.today()}): `,
      place("what limits this, with a number"),
    ];
    const edit = facetItemEdit(model, now, "constraints", said);
    if (edit === undefined) tellNoColumn(now);
    return edit && { id, edit };
  };
}

/** The next id of a kind that nothing in the document has or mentions. */
export function freeId({ definitions, mentions }: PrdDocument, letter: string): string {
  return nextId(
    letter,
    [...definitions, ...mentions].map(({ id }) => id),
  );
}

export function tellNoColumn({ id }: Requirement): void {
  const message = `${id} is a table row without a column for that. Which column should be added first?`;
  void window.showInformationMessage(message);
}

/** Adds an item to a facet of a requirement; the facet is made where it is missing. */
export function facetItemEdit(
  model: PrdDocument,
  requirement: Requirement,
  name: FacetName,
  item: Said,
): FixEdit | undefined {
  const facet = requirement.facets[name];
  // What a facet says already stays: the new item comes after it. "None seen" gives way.
  if (facet !== undefined && !facet.empty && facet.none === undefined && facet.form !== "cell") {
    return itemEdit(model.text, facet.insertion, item);
  }
  return facetEdit(model, requirement, name, { item, cell: item });
}

async function requirementFor({ prd, offset }: Here, question: string): Promise<Requirement | undefined> {
  const model = prd.model();
  const around = requirementAt(model, offset);
  if (around !== undefined) return around;
  if (model.requirements.length === 0) {
    void window.showInformationMessage(
      "This PRD has no requirement yet. Add one, such as `### R1 · …`, under Requirements.",
    );
    return undefined;
  }
  const items: QuickPickItem[] = model.requirements.map(({ id, title }) => ({
    label: id,
    description: storyLabel(title),
  }));
  const picked = await window.showQuickPick(items, { title: question, matchOnDescription: true });
  return picked && model.requirements[items.indexOf(picked)];
}
