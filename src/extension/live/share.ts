import { window, workspace } from "vscode";
import type { TextDocument } from "vscode";
import { personByHandle } from "../../core/config/people.ts";
import { isServer } from "../../collab/link.ts";
import type { Invitation } from "../../collab/link.ts";
import { covers, randomRoom, roomOf } from "../../collab/room-name.ts";
import { sharedText } from "../../collab/text/line-ends.ts";
import { idOf } from "../../core/document/own-id.ts";
import { baseName } from "../services/paths.ts";
import type { Team } from "../services/teams.ts";
import { addressOf } from "./here.ts";
import type { LiveContext } from "./context.ts";
import { invite } from "./invite.ts";
import type { SharedFile } from "./storage.ts";
import { told, working } from "./told.ts";

const FROM_HERE = "Share from This Computer";
const COPY = "Copy Invitation Link";

/** *Share this PRD*: on the team's server. */
export async function share(context: LiveContext): Promise<void> {
  const prd = await prdToShare(context);
  if (prd === undefined) return;
  const server = serverOf(prd.team);
  if (server === undefined) return offerHere(context, "This team has no server for shared PRDs yet.");
  if (!isServer(server)) {
    void window.showWarningMessage(
      `“${server}” is no server's address. It should look like wss://seamwork.example.com, in the setting seamwork.live.server or in seamwork.yaml.`,
    );
    return;
  }
  const invitation = await roomFor(context, server, prd);
  if (invitation === undefined)
    return offerHere(
      context,
      `You have no team link for ${new URL(server).host} yet. Whoever runs it can send you one; open it once with “Join with a Link”.`,
    );
  const where = `on ${new URL(invitation.server).host}`;
  await begin(context, prd.document, { ...invitation, key: randomRoom(), here: false }, where);
}

/** *Share This PRD from This Computer…*: for a colleague on the same network. */
export async function shareHere(context: LiveContext): Promise<void> {
  const prd = await prdToShare(context);
  if (prd === undefined) return;
  const handle = await context.services.me.orAsk(prd.team);
  if (handle === undefined) return;
  const me = personByHandle(prd.team.config, handle);
  await told(async () => {
    const { file, addresses } = await working("Starting the server on this computer…", async () => {
      const server = await context.here.start();
      const room = randomRoom();
      const guest = {
        handle,
        name: me?.name ?? handle,
        role: me?.role ?? "guest",
        right: "edit" as const,
        days: 30,
      };
      const token = await server.invite(room, guest);
      const { fingerprint, port } = server;
      const own = { server: addressOf("127.0.0.1", port), room, token, fingerprint };
      return {
        file: { ...own, key: randomRoom(), here: true },
        addresses: server.addresses.map((address) => `${address}:${port}`),
      };
    });
    const at = addresses.length === 0 ? "which is not on a network yet" : `at ${addresses.join(" or ")}`;
    await begin(context, prd.document, file, `from this computer, ${at}`);
  });
}

interface ToShare {
  readonly document: TextDocument;
  readonly team: Team;
  readonly id: string;
}

async function prdToShare(context: LiveContext): Promise<ToShare | undefined> {
  const { services, live } = context;
  const document = window.activeTextEditor?.document;
  const prd = document && (await services.openPrds.find(document));
  if (document === undefined || prd === undefined || prd.kind === "candidate") {
    void window.showInformationMessage(
      "Open the PRD, cycle or retro that you want to share. A file without a PRD header can be adopted first.",
    );
    return undefined;
  }
  if (live.of(document.uri) !== undefined) {
    const choice = await window.showInformationMessage(`${baseName(document.uri)} is already shared.`, COPY);
    if (choice === COPY) await invite(context, document.uri);
    return undefined;
  }
  // A shared PRD is a file on both sides; without one there would be nothing to come back to.
  if (document.isUntitled || document.isDirty) {
    if (!(await document.save())) return undefined;
  }
  return { document, team: prd.team, id: idOf(prd.model()) ?? "" };
}

/** The setting, else the team's data where the person trusts the folder: an address decides where words go. */
function serverOf({ config, root }: Team): string | undefined {
  const setting = workspace.getConfiguration("seamwork", root).get<string>("live.server", "").trim();
  const server = setting !== "" ? setting : workspace.isTrusted ? config.live.server : undefined;
  return server?.replace(/\/+$/, "");
}

/** The room of the PRD where the team's token opens it, else one that nobody can guess. */
async function roomFor(
  { live }: LiveContext,
  server: string,
  { team, id }: ToShare,
): Promise<Invitation | undefined> {
  const tokens = await live.storage.teams(server);
  const { project } = team.config.live;
  const named = project === undefined ? undefined : roomOf(project, id);
  const fitting = named === undefined ? undefined : tokens.find(({ room }) => covers(room, named));
  if (named !== undefined && fitting !== undefined) return { ...fitting, room: named };
  const [any] = tokens;
  return (
    any && { ...any, room: any.room.endsWith("*") ? `${any.room.slice(0, -1)}${randomRoom()}` : any.room }
  );
}

/** @param where for the person: on which server, or on which address of this computer */
async function begin(
  context: LiveContext,
  document: TextDocument,
  file: SharedFile,
  where: string,
): Promise<void> {
  const { live } = context;
  await told(async () => {
    const shared = await working(`Sharing ${baseName(document.uri)}…`, async () => {
      const room = await live.enter(file, file.key, sharedText(document.getText()));
      return live.connect(document, room, file);
    });
    if (!shared) return;
    const choice = await window.showInformationMessage(
      `${baseName(document.uri)} is shared ${where}. Whoever you send a link to can join.`,
      COPY,
    );
    if (choice === COPY) await invite(context, document.uri);
  });
}

async function offerHere(context: LiveContext, why: string): Promise<void> {
  if (!context.here.possible) return void window.showInformationMessage(why);
  const choice = await window.showInformationMessage(
    `${why} You can also share it from this computer, with a colleague on the same network.`,
    FROM_HERE,
  );
  if (choice === FROM_HERE) await shareHere(context);
}
