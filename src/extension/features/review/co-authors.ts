import { env, extensions, window } from "vscode";
import type { Uri } from "vscode";
import type { Services } from "../../services/services.ts";
import { prdFor } from "./target.ts";
import { coAuthorLines, withTrailers } from "./trailers.ts";
import type { Participant } from "./trailers.ts";

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
  const { lines, unknown } = coAuthorLines(people, who, team.config);
  const missing =
    unknown.length === 0
      ? ""
      : ` ${unknown.join(", ")} ${unknown.length === 1 ? "has" : "have"} no e-mail in seamwork.yaml.`;
  if (lines.length === 0) {
    void window.showInformationMessage(
      unknown.length === 0
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
