import { newRetro, newRetroFolder } from "../../core/create/new-retro.ts";
import type { LaunchedPrd } from "../../core/create/new-retro.ts";
import { prdIdKey } from "../../core/document/prd-id.ts";
import { isDay } from "../../core/text/days.ts";
import { CommandError } from "../fault.ts";
import { headersInUse } from "../workspace/in-use.ts";
import type { HeaderInUse } from "../workspace/in-use.ts";
import type { Terminal } from "../terminal.ts";
import { meByGit } from "./me.ts";
import { lookThrough, placeFor, writeNew } from "./new-document.ts";

export interface NewRetroFlags {
  readonly today: string;
  readonly config?: string;
  /** Id of the PRD whose launch it is about. */
  readonly for?: string;
}

/**
 * `seamwork new retro`; returns its exit code.
 *
 * @param folder where the file goes, as it was named; undefined for `retros` in the workspace
 * @throws CommandError when the file cannot be made, or no PRD has the id
 */
export async function runNewRetro(
  name: string,
  folder: string | undefined,
  flags: NewRetroFlags,
  terminal: Terminal,
): Promise<number> {
  const { cwd } = terminal;
  if (name.trim() === "") {
    throw new CommandError(
      'seamwork: what is it called? Name it, as in `seamwork new retro "The June outage"`.',
    );
  }
  const place = placeFor("retro", { named: folder, usual: newRetroFolder, config: flags.config }, cwd);
  const headers = await lookThrough(place, terminal, headersInUse);
  const about = flags.for === undefined ? undefined : prdNamed(flags.for, headers);
  const takenIds = headers.flatMap(({ id }) => id ?? []);
  const { data: config } = place.team;
  const made = newRetro({ name, config, takenIds, about, me: meByGit(config, cwd), today: flags.today });
  const next = "Hold it with both sides, and write down the three answers.";
  return writeNew(made, place, terminal, () => next);
}

function prdNamed(id: string, headers: readonly HeaderInUse[]): LaunchedPrd {
  const found = headers.find((one) => one.kind === "prd" && prdIdKey(one.id ?? "") === prdIdKey(id));
  if (found?.id === undefined) {
    throw new CommandError(`seamwork: no PRD here has the id ${id}. Which one was launched?`);
  }
  const { header } = found;
  const launch = header.field("launch")?.values[0]?.text;
  return {
    id: found.id,
    name: header.field("name")?.values[0]?.text ?? found.id,
    pm: header.people("pm"),
    eng: header.people("eng"),
    launch: launch !== undefined && isDay(launch) ? launch : undefined,
  };
}
