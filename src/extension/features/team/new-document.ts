import { Uri, window, workspace } from "vscode";
import { newCycle, newCycleFolder, nextCycle } from "../../../core/create/new-cycle.ts";
import { newRetro, newRetroFolder } from "../../../core/create/new-retro.ts";
import { cyclesIn } from "../../../core/team/cycles.ts";
import { isDay } from "../../../core/text/days.ts";
import { effortDays } from "../../../core/text/effort.ts";
import { selectIn } from "../../edits.ts";
import type { Services } from "../../services/services.ts";
import type { Command } from "../../command.ts";
import { ask, teamHere } from "./where.ts";
import type { Here } from "./where.ts";

/** Commands that begin a document of the team's. Each takes the folder that a menu was opened on. */
export function newDocumentCommands(services: Services): Record<"newCycle" | "newRetro", Command> {
  const { clock, me } = services;

  const makeCycle = async (target?: unknown): Promise<void> => {
    const here = await teamHere(services, target);
    if (here === undefined) return;
    const cycles = cyclesIn(here.index).map(({ cycle }) => cycle);
    const { config } = here.team;
    const proposed = nextCycle(cycles, clock.today());
    const said = await ask("Which cycle begins?", "2026-Q4", {
      value: proposed,
      prompt: "Its id, which PRDs name in their headers",
    });
    if (said === undefined) return;
    const id = said;
    let made = newCycle({ id, config, cycles });
    if ("refused" in made) {
      // A name of the team's own says nothing of the calendar.
      if (!/day/.test(made.refused)) return void window.showInformationMessage(made.refused);
      const from = await askDay(`When does ${id} begin?`);
      const to = from === undefined ? undefined : await askDay(`Which is the last day of ${id}?`);
      if (to === undefined) return;
      made = newCycle({ id, from, to, config, cycles });
    }
    if ("refused" in made) return void window.showInformationMessage(made.refused);
    if (/^capacity:[ \t]*$/m.test(made.text)) {
      const capacity = await ask("How much engineering time is there?", "60w", {
        prompt: "Weeks of one person, all of them together; Enter alone leaves it open",
        mayBeEmpty: true,
        problem: (text) =>
          text.trim() === "" || Number(effortDays(text)) > 0
            ? undefined
            : "A number and d, w or m, such as 60w",
      });
      if (capacity === undefined) return;
      const days = /^from: (.*)\nto: (.*)$/m.exec(made.text);
      const again = newCycle({
        id,
        from: days?.[1],
        to: days?.[2],
        config,
        cycles,
        ...(capacity !== "" && { capacity }),
      });
      if (!("refused" in again)) made = again;
    }
    await writeNew(here, target, newCycleFolder, made, "## Agreement");
  };

  const makeRetro = async (target?: unknown): Promise<void> => {
    const here = await teamHere(services, target);
    if (here === undefined) return;
    const name = await ask("What happened?", "The queue stood still for two hours", {
      prompt: "An incident, or a launch without a PRD. The retro of a PRD is in the PRD: “Hold Retro”",
    });
    if (name === undefined) return;
    const made = newRetro({
      name,
      config: here.team.config,
      takenIds: here.index.ids(),
      me: await me.of(here.team),
      today: clock.today(),
    });
    await writeNew(here, target, newRetroFolder, made, "## Retro");
  };

  return { newCycle: makeCycle, newRetro: makeRetro };
}

function askDay(title: string): Promise<string | undefined> {
  return ask(title, "2026-10-01", {
    problem: (day) => (isDay(day.trim()) ? undefined : "A day, such as 2026-10-01"),
  });
}

/**
 * Writes a new file and shows it. One that is there already is shown as it is.
 *
 * @param behind words behind which the cursor goes
 */
async function writeNew(
  { team }: Here,
  target: unknown,
  folder: string,
  made: { readonly fileName: string; readonly text: string },
  behind: string,
): Promise<void> {
  const into = target instanceof Uri ? target : Uri.joinPath(team.root, folder);
  const uri = Uri.joinPath(into, made.fileName);
  try {
    if (!(await isThere(uri))) {
      await workspace.fs.createDirectory(into);
      await workspace.fs.writeFile(uri, new TextEncoder().encode(made.text));
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(`The file could not be written to ${uri.path}: ${reason}`);
    return;
  }
  const at = made.text.indexOf(behind);
  const end = at < 0 ? 0 : at + behind.length;
  await selectIn(uri, { start: end, end });
}

async function isThere(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
