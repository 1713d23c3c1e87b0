import { Range, Selection, TextEditorRevealType, window } from "vscode";
import type { QuickPickItem } from "vscode";
import { sameHandle } from "../../../core/config/people.ts";
import { annotationAt, requirementAt } from "../../../core/document/at.ts";
import type { AnyAnnotation } from "../../../core/document/at.ts";
import type { PrdDocument, Requirement } from "../../../core/document/model.ts";
import { highestStart } from "../../../core/team/tiers.ts";
import { addDays } from "../../../core/text/days.ts";
import { shorten } from "../../../core/words/shorten.ts";
import { answerEdit, sectionItemEdit } from "../../../core/writing/insert.ts";
import { disagreementItemEdit } from "../../../core/writing/team/disagree.ts";
import { insertAnew } from "../../edits.ts";
import type { OpenPrd } from "../../services/open-prds.ts";
import type { Services } from "../../services/services.ts";
import type { Command } from "../../command.ts";
import { hereIn } from "./active.ts";
import { freeId } from "./additions.ts";
import { askPerson, askText, ended } from "./ask.ts";

/*
 * Commands that begin a conversation. They ask for its words before they write, so that a line is never there without
 * them, and nobody types over its id or owner.
 */

type About = AnyAnnotation | Requirement;

export function conversationCommands(
  services: Services,
): Record<"addQuestion" | "openDisagreement", Command> {
  const { clock, me } = services;

  const addQuestion = async (uri?: unknown, offset?: unknown): Promise<void> => {
    const here = await hereIn(services, uri, offset);
    if (here === undefined) return;
    const { prd } = here;
    const about = aboutAt(prd.model(), here.offset);
    const text = await askText({
      title:
        about === undefined ? "What do you need to know?" : `What do you need to know about ${about.id}?`,
      example: "Do weekends count",
      prompt: about === undefined ? undefined : shorten(titleOf(about), 80),
    });
    if (text === undefined) return;
    const until = addDays(clock.today(), prd.team.config.waiting.question);
    const who = await me.of(prd.team);
    const title = `Who finds it out by ${until}?`;
    const owner = await askPerson(title, prd.model(), prd.team, partnerOf(prd.model(), who) ?? who);
    if (owner === undefined) return;
    await say(prd, "Q", (model, id) => {
      const subject = about === undefined ? "" : `${about.id}: `;
      const item = `**${id}** (${owner}, by ${until}): ${subject}${ended(text, "?")}`;
      return [sectionItemEdit(model, "Questions", [item])];
    });
  };

  const openDisagreement = async (uri?: unknown, offset?: unknown): Promise<void> => {
    const here = await hereIn(services, uri, offset, ["prd", "cycle", "retro"]);
    const who = here && (await me.orAsk(here.prd.team));
    if (here === undefined || who === undefined) return;
    const { prd } = here;
    const { team } = prd;
    const about = aboutAt(prd.model(), here.offset);
    const text = await askText({
      title:
        about === undefined
          ? "What do you two see differently?"
          : `What do you two see differently about ${about.id}?`,
      example: "Queue long exports, or refuse them",
      prompt: "What each of you would do; what each is afraid of can follow in the text",
    });
    const nature = text && (await askNature());
    if (text === undefined || nature === undefined) return;
    const partner = partnerOf(prd.model(), who);
    const other = partner ?? (await askPerson("Who sees it differently?", prd.model(), team, undefined, who));
    if (other === undefined) return;
    await say(prd, "D", (model, id) => {
      // Between managers it begins at tier 2: they are that tier.
      const tier = highestStart(model, [who, other], team.config);
      const subject = about === undefined ? "" : `${about.id}, `;
      const item = `**${id}** tier ${tier} (${nature}), ${who} and ${other}, ${clock.today()}: ${subject}${ended(text, ".")}`;
      const edits = [disagreementItemEdit(model, [item])];
      const now = about && aboutAt(model, about.start);
      if (now?.id === about?.id && now !== undefined && "answers" in now && now.kind !== "edge-case")
        edits.unshift(answerEdit(now, [`See ${id}.`]));
      return edits;
    });
  };

  return { addQuestion, openDisagreement };
}

function aboutAt(model: PrdDocument, offset: number): About | undefined {
  return annotationAt(model, offset) ?? requirementAt(model, offset);
}

function titleOf(about: About): string {
  return "title" in about ? about.title : about.body;
}

/** The one with whom a person writes a document, where it names one alone. */
function partnerOf({ header }: PrdDocument, who: string | undefined): string | undefined {
  const pair = [...header.people("pm"), ...header.people("eng")];
  const others = pair.filter((one) => who === undefined || !sameHandle(one, who));
  return others.length === 1 || who === undefined ? others[0] : undefined;
}

/** What kind of disagreement it is: from that follows how it is best settled. */
async function askNature(): Promise<string | undefined> {
  const items: QuickPickItem[] = [
    { label: "missing context", description: "one of you knows something that the other does not" },
    { label: "trade-off", description: "you know the same, and weigh it differently" },
  ];
  const picked = await window.showQuickPick(items, {
    title: "What kind of disagreement is it?",
    placeHolder: "Enter takes the first; the two of you can change it later",
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return picked?.label;
}

/**
 * Writes a new line with the next free id of its kind, and puts the cursor at its end, where more can be said.
 *
 * @param edits that write it, in the text as it stands then
 */
async function say(
  prd: OpenPrd,
  letter: "Q" | "D",
  edits: (model: PrdDocument, id: string) => ReturnType<typeof answerEdit>[],
): Promise<void> {
  let id = "";
  const written = await insertAnew(prd.document, () => {
    const model = prd.model();
    id = freeId(model, letter);
    return edits(model, id);
  });
  if (!written) return;
  const model = prd.model();
  const said = (letter === "Q" ? model.questions : model.disagreements).find((one) => one.id === id);
  const editor = window.visibleTextEditors.find(({ document }) => document === prd.document);
  if (said === undefined || editor === undefined) return;
  const end = prd.document.positionAt(said.answerAt);
  editor.selection = new Selection(end, end);
  editor.revealRange(new Range(end, end), TextEditorRevealType.InCenterIfOutsideViewport);
}
