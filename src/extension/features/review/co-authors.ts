import { env, extensions, window } from "vscode";
import type { Uri } from "vscode";
import { personByHandle, sameHandle } from "../../../core/config/people.ts";
import type { Services } from "../../services/services.ts";
import { prdFor } from "./target.ts";

/** Who took part in a live session. */
interface Participant {
  readonly handle: string;
  readonly name: string;
}

/** *Copy co-author lines*: one person commits what several wrote, and git is to know them all. */
export async function coAuthorsCommand(services: Services, uri: unknown): Promise<void> {
  const prd = await prdFor(services, uri);
  if (prd === undefined) return;
  const { live, me } = services;
  const { document, team } = prd;
  const people = await peopleIn(services, document.uri);
  if (people === undefined) {
    void window.showInformationMessage(
      (await live.isShared(document.uri))
        ? "Who took part is known to the server, which does not answer now. Please try again later."
        : "Nobody is in this PRD with you: it is not shared, so there are no co-authors to name.",
    );
    return;
  }
  const who = await me.orAsk(team);
  const others = people.filter(({ handle }) => who === undefined || !sameHandle(handle, who));
  const lines: string[] = [];
  const unknown: string[] = [];
  for (const { handle, name } of others) {
    const person = personByHandle(team.config, handle);
    if (person?.email === undefined) unknown.push(handle);
    else lines.push(`Co-authored-by: ${person.name === "" ? name : person.name} <${person.email}>`);
  }
  const missing =
    unknown.length === 0
      ? ""
      : ` ${unknown.join(", ")} ${unknown.length === 1 ? "has" : "have"} no e-mail in seamwork.yaml.`;
  if (lines.length === 0) {
    void window.showInformationMessage(
      others.length === 0
        ? "Nobody but you has taken part in this PRD's live session."
        : `No line was copied.${missing}`,
    );
    return;
  }
  await env.clipboard.writeText(`${lines.join("\n")}\n`);
  await offerCommitBox(document.uri, lines, missing);
}

async function peopleIn({ live }: Services, uri: Uri): Promise<readonly Participant[] | undefined> {
  if (!(await live.isShared(uri))) return undefined;
  try {
    return (await live.call("live.people", uri)) as readonly Participant[] | undefined;
  } catch {
    return undefined;
  }
}

async function offerCommitBox(uri: Uri, lines: readonly string[], missing: string): Promise<void> {
  const box = await commitBoxOf(uri);
  const copied =
    lines.length === 1 ? "One co-author line is copied." : `${lines.length} co-author lines are copied.`;
  const put = "Put Into the Commit Message";
  const choice = await window.showInformationMessage(
    `${copied}${missing}`,
    ...(box === undefined ? [] : [put]),
  );
  if (choice === put && box !== undefined) box.value = withTrailers(box.value, lines);
}

/** The part of the built-in git extension's API that is used here: `extensions/git/src/api/git.d.ts`, version 1. */
interface GitExtension {
  getAPI(version: 1): {
    getRepository(uri: Uri): { readonly inputBox: { value: string } } | null;
  };
}

async function commitBoxOf(uri: Uri): Promise<{ value: string } | undefined> {
  try {
    const git = await extensions.getExtension<GitExtension>("vscode.git")?.activate();
    return git?.getAPI(1).getRepository(uri)?.inputBox;
  } catch {
    // Its API throws where git is switched off or not installed.
    return undefined;
  }
}

const TRAILER = /^[A-Za-z][\w-]*: .+$/;

/** A commit message with trailers behind it: an empty line before the first, none twice. */
export function withTrailers(message: string, trailers: readonly string[]): string {
  const text = message.trimEnd();
  const lines = text.split("\n");
  const added = trailers.filter((line) => !lines.includes(line));
  if (added.length === 0) return message;
  const last = text.slice(text.lastIndexOf("\n\n") + 1).trim();
  const trailing = text.includes("\n\n") && last.split("\n").every((line) => TRAILER.test(line));
  return `${text}${trailing ? "\n" : "\n\n"}${added.join("\n")}\n`;
}
