import { QuickInputButtons, QuickPickItemKind, ThemeIcon, window } from "vscode";
import type { QuickPickItem } from "vscode";
import type { PrdDocument } from "../../../core/document/model.ts";
import { saidIn, saysLimits } from "../../../core/review/round.ts";
import type { ReviewItem, Round } from "../../../core/review/round.ts";
import type { Signature } from "../../../core/review/signatures.ts";
import { whenSigned } from "../../../core/review/standings.ts";
import { shorten } from "../../../core/words/shorten.ts";
import { storyLabel } from "../../../core/words/story.ts";
import { standingFor } from "./sign.ts";

/** What a reviewer can do with the requirement that they are at. */
export type Act =
  "show" | "constraint" | "edge-case" | "question" | "nothing" | "sign" | "carry" | "skip" | "back";

export interface Step {
  readonly model: PrdDocument;
  readonly round: Round;
  readonly item: ReviewItem;
  readonly who: string;
  readonly today: string;
  /** What changed is on the screen already. */
  readonly shown: boolean;
}

export type Choice<Value> = QuickPickItem & { readonly value?: Value };

/** The sign-off to compare with: one's own, else a colleague's that wants another look. */
export function comparable({ own, coverage }: ReviewItem): Signature | undefined {
  const changed = (one: Signature | undefined): boolean => (one?.changed?.length ?? 0) > 0;
  return changed(own) ? own : own === undefined ? coverage.signatures.find(changed) : undefined;
}

/** Shows one step of the round as a list, with the likeliest act to begin with. Undefined when the person leaves. */
export async function pickAct(step: Step): Promise<Act | undefined> {
  const { round, item, today } = step;
  const { id, title } = item.requirement;
  const choices = choicesOf(step);
  const likely = likelyAct(step);
  return choose(choices, {
    title: `Review ${round.at + 1} of ${round.ids.length} · ${id} · ${shorten(storyLabel(title), 60)}`,
    placeholder: `${standingFor(item, today)}. What now?`,
    first: choices.find(({ value }) => value === likely),
    back: round.at > 0 ? "back" : undefined,
  });
}

function likelyAct({ item, model, shown }: Step): Act {
  if (!shown && comparable(item) !== undefined) return "show";
  if (item.own?.changed?.length === 0) return "skip";
  return saysLimits(model, item.requirement) ? "sign" : "constraint";
}

function choicesOf({ model, round, item, who, today }: Step): Choice<Act>[] {
  const { requirement, own } = item;
  const { id } = requirement;
  const compared = comparable(item);
  const before = round.ids[round.at - 1];
  const choice = (value: Act, icon: string, label: string, description = ""): Choice<Act> => ({
    label,
    description,
    iconPath: new ThemeIcon(icon),
    value,
  });
  const group = (label: string): Choice<Act> => ({ label, kind: QuickPickItemKind.Separator });
  const stale = (own?.changed?.length ?? 0) > 0;
  const choices: Choice<Act>[] = [group(`${id} has ${saidIn(model, requirement)}`)];
  if (compared !== undefined)
    choices.push(
      choice("show", "diff", "Show what changed", `since ${compared === own ? "you" : compared.who} signed`),
    );
  choices.push(
    choice("constraint", "law", "Add constraint…", "what limits it"),
    choice("edge-case", "beaker", "Add edge case…", "empty, huge, twice, late, offline"),
    choice("question", "question", "Ask a question…", "for product to answer"),
  );
  if (!saysLimits(model, requirement))
    choices.push(
      choice("nothing", "circle-slash", "Nothing limits this", `writes None seen, ${who} ${today}`),
    );
  choices.push(group("When you have seen enough"));
  if (own?.changed?.length !== 0)
    choices.push(
      choice(
        "sign",
        "pass",
        own === undefined ? `Sign off ${id}` : `Sign ${id} again`,
        `as it stands, as ${who}`,
      ),
    );
  if (stale && own !== undefined)
    choices.push(
      choice(
        "carry",
        "pass-filled",
        "Only the wording changed: keep my sign-off",
        `of${whenSigned(own, today) || " before"}`,
      ),
    );
  choices.push(choice("skip", "arrow-right", "Skip", "for now"));
  if (before !== undefined) choices.push(choice("back", "arrow-left", "Back", `to ${before}`));
  return choices;
}

/** What a round ends with. */
export type End = "done" | "again" | "rest" | "back";

/**
 * @param signed ids that were signed on this round
 * @param left ids that still want a look
 * @param rest ids of those that want none
 */
export async function pickEnd(
  signed: string,
  left: readonly string[],
  rest: readonly string[],
  list: (ids: readonly string[]) => string,
): Promise<End | undefined> {
  const choices: Choice<End>[] = [{ label: "Done", iconPath: new ThemeIcon("check"), value: "done" }];
  if (left.length > 0)
    choices.push({
      label: `Look at ${list(left)} again`,
      iconPath: new ThemeIcon("debug-restart"),
      value: "again",
    });
  if (rest.length > 0)
    choices.push({
      label: `Go through ${list(rest)} too`,
      description: rest.length === 1 ? "which is signed as it stands" : "which are signed as they stand",
      iconPath: new ThemeIcon("checklist"),
      value: "rest",
    });
  const wants = left.length === 1 ? "still wants" : "still want";
  const open = left.length === 0 ? "Nothing wants your look any more" : `${list(left)} ${wants} a look`;
  return choose(choices, {
    title: "Review · that was the last one",
    placeholder: signed === "" ? `${open}.` : `You signed ${signed}. ${open}.`,
    first: choices[0],
    back: "back",
  });
}

/** A list that stays while one looks into the text; Escape leaves it. */
function choose<Value>(
  choices: readonly Choice<Value>[],
  {
    title,
    placeholder,
    first,
    back,
  }: {
    title: string;
    placeholder: string;
    first: Choice<Value> | undefined;
    /** What VS Code's own button and key for "back" mean. */
    back: Value | undefined;
  },
): Promise<Value | undefined> {
  return new Promise((resolve) => {
    const list = window.createQuickPick<Choice<Value>>();
    list.title = title;
    list.placeholder = placeholder;
    list.items = choices;
    list.ignoreFocusOut = true;
    list.matchOnDescription = true;
    if (back !== undefined) list.buttons = [QuickInputButtons.Back];
    if (first !== undefined) list.activeItems = [first];
    const end = (value: Value | undefined): void => {
      resolve(value);
      list.dispose();
    };
    list.onDidTriggerButton(() => end(back));
    list.onDidAccept(() => {
      const value = list.activeItems[0]?.value;
      if (value !== undefined) end(value);
    });
    list.onDidHide(() => end(undefined));
    list.show();
  });
}
