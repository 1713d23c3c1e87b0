import { window } from "vscode";
import { nothingLimitsEdit } from "../../../core/writing/review/review-edits.ts";
import { sectionItemEdit } from "../../../core/writing/insert.ts";
import { addDays } from "../../../core/text/days.ts";
import { writeAnew } from "../../edits.ts";
import type { OpenPrd } from "../../services/open-prds.ts";
import { facetItemEdit, freeId, tellNoColumn } from "../commands/additions.ts";
import { askText, ended } from "../commands/ask.ts";
import { kindItems } from "../commands/kinds.ts";
import { requirementOf } from "./target.ts";

/*
 * What a reviewer adds on their round. It is asked for where the round goes on, so that nobody has to find the way back
 * from the text; whoever wants to write there leaves the round and goes on with it later.
 */

/** What is being reviewed, and by whom. */
export interface At {
  readonly prd: OpenPrd;
  readonly id: string;
  readonly who: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** Each returns whether something was added: not when the person gives no answer. */
export async function addConstraint(at: At): Promise<boolean> {
  const { prd, id, who, today } = at;
  const kind = await window.showQuickPick(kindItems(prd.team.config.kinds), {
    title: `What kind of constraint limits ${id}?`,
    placeHolder: "Escape goes back",
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  if (kind === undefined) return false;
  const text = await askText({
    title: `What limits ${id}? (${kind.label})`,
    example: "p95 under 300 ms up to 365 days",
    prompt: kind.description,
  });
  if (text === undefined) return false;
  const head = `(${kind.label}, ${who}, ${today}): `;
  return addToFacet(at, "constraints", "C", (free) => `**${free}** ${head}${ended(text, ".")}`);
}

export async function addEdgeCase(at: At): Promise<boolean> {
  const colon = "A colon would end the case here; a comma does not.";
  const what = await askText({
    title: `Which case could break ${at.id}?`,
    example: "The range is empty",
    prompt: "The case alone; what should happen is asked next",
    problem: (text) => (/:\s/.test(text) ? colon : undefined),
  });
  if (what === undefined) return false;
  const outcome = await askText({
    title: `${what.replace(/[.:]$/, "")}: what happens then?`,
    example: "The file has its header only, and says so",
    prompt: "Enter alone leaves it open for product",
    mayBeEmpty: true,
  });
  if (outcome === undefined) return false;
  const said = what.replace(/[.:]$/, "");
  return addToFacet(at, "edgeCases", "E", (free) =>
    outcome === "" ? `**${free}** ${said}` : `**${free}** ${said}: ${ended(outcome, ".")}`,
  );
}

export async function askQuestion({ prd, id, who, today }: At): Promise<boolean> {
  const owner = prd.model().header.people("pm")[0] ?? who;
  const text = await askText({
    title: `What do you need to know about ${id}?`,
    example: "Do weekends count",
    prompt: `A question for ${owner}`,
  });
  if (text === undefined) return false;
  const until = addDays(today, prd.team.config.waiting.question);
  return writeAnew(prd.document, () => {
    const model = prd.model();
    const item = `**${freeId(model, "Q")}** (${owner}, by ${until}): ${id}: ${ended(text, "?")}`;
    return [sectionItemEdit(model, "Questions", [item])];
  });
}

export async function nothingLimits({ prd, id, who, today }: At): Promise<boolean> {
  return writeAnew(prd.document, () => {
    const model = prd.model();
    const requirement = requirementOf(model, id);
    if (requirement === undefined) return [];
    const edit = nothingLimitsEdit(model, requirement, who, today);
    if (edit === undefined) tellNoColumn(requirement);
    return edit === undefined ? [] : [edit];
  });
}

async function addToFacet(
  { prd, id }: At,
  facet: "constraints" | "edgeCases",
  letter: "C" | "E",
  said: (free: string) => string,
): Promise<boolean> {
  return writeAnew(prd.document, () => {
    const model = prd.model();
    const requirement = requirementOf(model, id);
    if (requirement === undefined) return [];
    const edit = facetItemEdit(model, requirement, facet, [said(freeId(model, letter))]);
    if (edit === undefined) tellNoColumn(requirement);
    return edit === undefined ? [] : [edit];
  });
}
