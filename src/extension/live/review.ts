import { Uri, window } from "vscode";
import type { LivePrd } from "../../collab/live-prd.ts";
import type { Named } from "../../collab/session/server-api.ts";
import { shorten } from "../../core/words/shorten.ts";
import type { EarlierText } from "../features/review/signed-text.ts";
import type { Command } from "../command.ts";
import { moment, VERSION_NAME_MAX } from "./history-words.ts";
import type { LivePrds } from "./live-prds.ts";
import { allIsSaved } from "./versions.ts";

/** What a review needs of a live session. All give nothing for a document that is not in one. */
export function reviewCommands(
  prds: LivePrds,
): Readonly<Record<"keepVersion" | "earlierTexts" | "people", Command>> {
  const liveOf = (uri: unknown): LivePrd | undefined => (uri instanceof Uri ? prds.of(uri)?.live : undefined);
  const toldAbout = new WeakSet<LivePrd>();
  return {
    keepVersion: async (uri, name) => {
      const live = liveOf(uri);
      if (live === undefined || live.me.right === "read") return;
      try {
        await allIsSaved(live);
        await live.api.nameVersion(shorten(String(name), VERSION_NAME_MAX));
        toldAbout.delete(live);
      } catch {
        // The sign-off is in the text and comes to the server with it. To be told once is enough for a whole review.
        if (toldAbout.has(live)) return;
        toldAbout.add(live);
        void window.showInformationMessage(
          "Your sign-off is in the document. The server could not keep the text that you signed as a version.",
        );
      }
    },
    earlierTexts: (uri) => {
      const live = liveOf(uri);
      return live && earlierTexts(live);
    },
    people: async (uri) => {
      const live = liveOf(uri);
      return live && (await peopleOf(live));
    },
  };
}

/** Named versions, newest first. Ends early when the server goes away: then git may know. */
async function* earlierTexts({ api }: LivePrd): AsyncIterable<EarlierText> {
  try {
    for (const { id, name, at } of (await api.history()).versions)
      yield { text: await api.text({ version: id }), from: `version “${name}”, ${moment(at)}` };
  } catch {
    return;
  }
}

/**
 * Who took part in a session: who wrote something on any of its days, and who is there and may write.
 *
 * @throws ServerError when the server cannot be asked
 */
async function peopleOf({ api, participants, me }: LivePrd): Promise<Named[]> {
  const { days } = await api.history();
  const wrote = days.flatMap(({ people }) =>
    people.filter(({ inserted, deleted }) => inserted + deleted > 0),
  );
  const here = participants.filter(({ right }) => right === "edit");
  const found = new Map<string, Named>();
  for (const { handle, name } of [...wrote, ...here, me]) found.set(handle.toLowerCase(), { handle, name });
  return [...found.values()];
}
