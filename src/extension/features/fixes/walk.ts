import { ThemeIcon, window, workspace } from "vscode";
import type { QuickInputButton } from "vscode";
import { fixesFor } from "../../../core/check/fixes.ts";
import { filledIn, placesOf } from "../../../core/fix/filled-in.ts";
import { fixToFill, placesLeft } from "../../../core/fix/walk.ts";
import type { Route } from "../../../core/fix/walk.ts";
import type { Fix, Problem } from "../../../core/problem.ts";
import { shorten } from "../../../core/words/shorten.ts";
import type { Command } from "../../command.ts";
import { writeAnew } from "../../edits.ts";
import type { OpenPrd } from "../../services/open-prds.ts";
import type { Services } from "../../services/services.ts";
import { documentFor } from "../commands/active.ts";
import { kindItems } from "../commands/kinds.ts";
import { createSpotlight } from "../review/spotlight.ts";
import type { Spotlight } from "../review/spotlight.ts";

/** What a walk has done so far. */
interface Walk {
  readonly route: Route;
  /** How many places there were when it began. */
  readonly all: number;
  answered: number;
  skipped: number;
  /** Those that have no room for an answer. */
  without: number;
}

/** *Go through all of them*: asks about one place after the other. Skip and stop are always there. */
export function walkCommand(services: Services): Command {
  return async (uri, route) => {
    const document = await documentFor(uri);
    const prd = document && (await services.openPrds.find(document));
    if (prd === undefined) return;
    const spotlight = createSpotlight();
    try {
      await go(services, prd, route as Route, spotlight);
    } finally {
      spotlight.hide();
      spotlight.dispose();
    }
  };
}

async function go(services: Services, start: OpenPrd, route: Route, spotlight: Spotlight): Promise<void> {
  const { document } = start;
  const left = (prd: OpenPrd): Problem[] => placesLeft(services.problems.of(prd), route);
  const walk: Walk = { route, all: left(start).length, answered: 0, skipped: 0, without: 0 };
  for (;;) {
    const prd = await services.openPrds.find(await workspace.openTextDocument(document.uri));
    // What was skipped is still there, before what comes next.
    const problem = prd && left(prd)[walk.skipped + walk.without];
    if (prd === undefined || problem === undefined) break;
    const fix = fixAt(services, prd, problem);
    if (fix === undefined) {
      walk.without++;
      continue;
    }
    await spotlight.show(prd.document, around(prd, problem));
    const said = await askAll(prd, walk, problem, fix);
    if (said === "stop") return;
    if (said === "skip") {
      walk.skipped++;
      continue;
    }
    const before = left(prd).length;
    const written = await writeAnew(prd.document, () => {
      const [now, again] = [left(prd)[walk.skipped + walk.without], problem.member?.id];
      const anew = now?.member?.id === again && now !== undefined ? fixAt(services, prd, now) : undefined;
      return anew === undefined ? [] : filledIn(anew, said);
    });
    if (!written) return;
    walk.answered++;
    // An answer that says nothing leaves the question where it is; it is not asked again right away.
    if (left(prd).length >= before) walk.skipped++;
  }
  tellEnd(walk);
}

function fixAt({ problems, library }: Services, prd: OpenPrd, problem: Problem): Fix | undefined {
  const place = library.placeOf(prd.document.uri);
  return fixToFill(fixesFor(problem, prd.model(), problems.optionsFor(prd), place));
}

/** The requirement that a place is in, so that its text can be read; else the place alone. */
function around(prd: OpenPrd, problem: Problem): { readonly start: number; readonly end: number } {
  return (
    prd.model().requirements.find(({ start, end }) => start <= problem.start && problem.start < end) ??
    problem
  );
}

/** @returns what goes into each place; undefined for those that stay as they are */
async function askAll(
  prd: OpenPrd,
  walk: Walk,
  problem: Problem,
  fix: Fix,
): Promise<(string | undefined)[] | "skip" | "stop"> {
  const values: (string | undefined)[] = [];
  const number = walk.answered + walk.skipped + walk.without + 1;
  const title = `${shorten(fix.title, 60)} (${number} of ${walk.all})`;
  for (const { placeholder, known } of placesOf(fix)) {
    if (known) values.push(undefined);
    else {
      const said =
        placeholder === "kind"
          ? await pickKind(prd, title)
          : await ask(title, placeholder, problem.message, proposes.has(problem.code));
      if (said === "skip" || said === "stop") return said;
      values.push(said.text);
    }
  }
  return values;
}

/** Rules whose fixes put proposals into their places, which one takes or changes. */
const proposes: ReadonlySet<Problem["code"]> = new Set(["PRD106"]);

type Said = { readonly text: string } | "skip" | "stop";

const skipButton: QuickInputButton = { iconPath: new ThemeIcon("debug-step-over"), tooltip: "Skip this one" };
const stopButton: QuickInputButton = { iconPath: new ThemeIcon("debug-stop"), tooltip: "Stop here" };

/** A box that stays while one looks into the text. Enter alone skips, Escape stops, and both are buttons too. */
function ask(title: string, placeholder: string, prompt: string, proposed: boolean): Promise<Said> {
  return new Promise((resolve) => {
    const box = window.createInputBox();
    box.title = title;
    box.placeholder = placeholder;
    box.prompt = `${prompt} (Enter alone skips it, Escape stops.)`;
    if (proposed) box.value = placeholder;
    box.ignoreFocusOut = true;
    box.buttons = [skipButton, stopButton];
    const end = (said: Said): void => {
      resolve(said);
      box.dispose();
    };
    box.onDidTriggerButton((button) => end(button === skipButton ? "skip" : "stop"));
    box.onDidAccept(() => {
      const text = box.value.trim().replace(/\s+/g, " ");
      end(text === "" ? "skip" : { text });
    });
    box.onDidHide(() => end("stop"));
    box.show();
  });
}

function pickKind({ team }: OpenPrd, title: string): Promise<Said> {
  return new Promise((resolve) => {
    const list = window.createQuickPick();
    list.title = title;
    list.placeholder = "What kind of limit is it? (Escape stops.)";
    list.items = [...kindItems(team.config.kinds), { label: "Skip", description: "this one, for now" }];
    list.matchOnDescription = true;
    list.ignoreFocusOut = true;
    list.buttons = [skipButton, stopButton];
    const end = (said: Said): void => {
      resolve(said);
      list.dispose();
    };
    list.onDidTriggerButton((button) => end(button === skipButton ? "skip" : "stop"));
    list.onDidAccept(() => {
      const [picked] = list.activeItems;
      if (picked !== undefined) end(picked === list.items.at(-1) ? "skip" : { text: picked.label });
    });
    list.onDidHide(() => end("stop"));
    list.show();
  });
}

function tellEnd({ answered, skipped, without }: Walk): void {
  const left = skipped + without;
  const rest = left === 0 ? "None is left." : `${left === 1 ? "One is" : `${left} are`} left as they were.`;
  if (answered + left > 0)
    void window.showInformationMessage(`That was the last one: you answered ${answered}. ${rest}`);
}
