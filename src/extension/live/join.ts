import { commands, FileType, Uri, ViewColumn, window, workspace } from "vscode";
import type { QuickPickItem, TextDocument } from "vscode";
import { parseLink } from "../../collab/link.ts";
import type { Invitation } from "../../collab/link.ts";
import type { LivePrd } from "../../collab/live-prd.ts";
import { randomRoom } from "../../collab/room-name.ts";
import { claimsOf } from "../../collab/session/token.ts";
import type { Claims } from "../../collab/session/token.ts";
import { slugOf } from "../../core/create/new-prd.ts";
import { defaultConfig } from "../../core/config/config.ts";
import { headerKind } from "../../core/document/header.ts";
import { parseDocument } from "../../core/document/document.ts";
import { idOf } from "../../core/document/own-id.ts";
import { reveal } from "../reveal.ts";
import { baseName } from "../services/paths.ts";
import type { LiveContext } from "./context.ts";
import { readOnlyUri } from "./read-only.ts";
import { told, working } from "./told.ts";

/** *Join with a link*: asks for the link where none is given, and never connects before the person has said yes. */
export async function join(context: LiveContext, given?: unknown): Promise<void> {
  const link = typeof given === "string" ? given : await askForLink();
  if (link === undefined) return;
  const invitation = parseLink(link);
  if (typeof invitation === "string") return void window.showWarningMessage(invitation);
  const claims = claimsOf(invitation.token);
  if (claims === undefined)
    return void window.showWarningMessage(
      "The invitation in this link is incomplete. Did you copy all of it? Whoever sent it can make a new one.",
    );
  if (!(await agree(invitation, claims))) return;
  if (invitation.room.endsWith("*")) return keepTeamLink(context, invitation);
  await told(async () => enter(context, invitation));
}

/** What the developers' own windows do with the link that they were started with. */
export async function joinAtOnce(context: LiveContext, link: string): Promise<void> {
  const invitation = parseLink(link);
  if (typeof invitation === "string") return void window.showWarningMessage(invitation);
  await told(async () => enter(context, invitation));
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const { readBeside } = context.platform;
  if (folder === undefined || readBeside === undefined) return;
  const page = Uri.joinPath(folder, readBeside);
  const options = { viewColumn: ViewColumn.Beside, preserveFocus: true };
  await commands.executeCommand("vscode.openWith", page, "vscode.markdown.preview.editor", options);
}

/** Enters a room to which the person has agreed. */
export async function enter(context: LiveContext, invitation: Invitation): Promise<void> {
  const { live } = context;
  const there = live.all.find(
    (one) => one.live.invitation.room === invitation.room && one.live.invitation.server === invitation.server,
  );
  if (there !== undefined) return void (await window.showTextDocument(there.uri));
  const key = randomRoom();
  const { host } = new URL(invitation.server);
  const room = await working(`Joining on ${host}…`, async () => live.enter(invitation, key));
  let kept = false;
  try {
    if (room.me.right === "read") {
      const uri = readOnlyUri(invitation, fileNameOf(room.text, invitation.room));
      live.show({ uri, name: baseName(uri), live: room });
      kept = true;
      await window.showTextDocument(uri);
      return;
    }
    const document = await documentFor(context, room);
    if (document === undefined) return;
    kept = await live.connect(document, room, { ...invitation, key, here: false });
    if (kept) await reveal(document);
  } finally {
    if (!kept) await room.dispose();
  }
}

async function askForLink(): Promise<string | undefined> {
  return window.showInputBox({
    title: "Join with a link",
    prompt: "Paste the link that a colleague sent you. You see where it leads before anything is connected.",
    placeHolder: "vscode://seamwork.seamwork/join?…",
    ignoreFocusOut: true,
    validateInput: (text) => {
      if (text.trim() === "") return undefined;
      const read = parseLink(text);
      return typeof read === "string" ? read : undefined;
    },
  });
}

/** Shows where the link leads and under which name; the token has been sent nowhere yet. */
async function agree({ server, room, fingerprint }: Invitation, claims: Claims): Promise<boolean> {
  const { host, protocol } = new URL(server);
  const what = room.endsWith("*") ? "shared PRDs" : "a shared PRD";
  const yes = room.endsWith("*") ? "Keep the Link" : "Join";
  const detail = [
    `Server: ${host}`,
    `Room: ${room}`,
    `You join as ${claims.name} (${claims.handle}${claims.role === "" ? "" : `, ${claims.role}`}), and can ${claims.right}`,
    ...(fingerprint === undefined
      ? []
      : ["It is a colleague's own computer; the link says how to recognise it."]),
    ...(protocol === "ws:" && !/^(localhost|127\.0\.0\.1|\[::1\])(:|$)/.test(host)
      ? ["The connection is not encrypted: others on the network could read what you type."]
      : []),
  ];
  const choice = await window.showInformationMessage(
    `Do you want to join ${what} on ${host}?`,
    { modal: true, detail: detail.join("\n") },
    yes,
  );
  return choice === yes;
}

async function keepTeamLink({ live }: LiveContext, invitation: Invitation): Promise<void> {
  await live.storage.keepTeam(invitation);
  void window.showInformationMessage(
    `From now on, “Share this PRD” can use ${new URL(invitation.server).host}. The link is kept in this computer's store of secrets.`,
  );
}

/** The file in which the person wants the PRD: one that they have, in a folder of theirs, or with Seamwork. */
async function documentFor(
  { services, extension }: LiveContext,
  room: LivePrd,
): Promise<TextDocument | undefined> {
  const name = fileNameOf(room.text, room.invitation.room);
  const id = idOf(parseDocument(room.text, defaultConfig));
  await services.library.ready();
  const mine = services.library
    .entries()
    .filter(({ kind, summary }) => kind !== "candidate" && id !== undefined && summary.id === id)
    .map(({ uri }) => uri);
  const choices: (QuickPickItem & { readonly uri?: Uri; readonly ask?: boolean })[] = [
    ...mine.map((uri) => ({
      label: `Use ${workspace.asRelativePath(uri)}`,
      description: "the document with this id in your workspace",
      uri,
    })),
    ...(workspace.workspaceFolders ?? []).map((folder) => ({
      label: `Save it in ${folder.name} as ${name}`,
      uri: Uri.joinPath(folder.uri, name),
    })),
    { label: "Choose a folder…", ask: true },
    {
      label: "Let Seamwork keep it",
      description: "no folder needed; it opens when you join again",
      uri: Uri.joinPath(extension.globalStorageUri, "shared", room.invitation.room, name),
    },
  ];
  const choice =
    mine.length === 1
      ? choices[0]
      : await window.showQuickPick(choices, {
          title: "Where should the shared PRD go on this computer?",
          placeHolder: "Saving writes the shared text there",
          ignoreFocusOut: true,
        });
  if (choice === undefined) return undefined;
  const folder =
    choice.ask === true
      ? (
          await window.showOpenDialog({
            canSelectFolders: true,
            canSelectFiles: false,
            openLabel: "Save Here",
          })
        )?.[0]
      : undefined;
  const uri = choice.uri ?? (folder && Uri.joinPath(folder, name));
  if (uri === undefined) return undefined;
  // A file that is there already is not touched: what differs is asked about.
  if (!(await isFile(uri))) await workspace.fs.writeFile(uri, new TextEncoder().encode(room.text));
  return workspace.openTextDocument(uri);
}

/** A file's name from the document's header, else from the room's. */
function fileNameOf(text: string, room: string): string {
  const document = parseDocument(text, defaultConfig);
  const { header } = document;
  const id = idOf(document);
  const slug = slugOf(header.field("name")?.values[0]?.text ?? "");
  const name = [id, slug].filter((part) => part !== undefined && part !== "").join("-");
  // An id comes from a peer: only what a file's name may hold on any computer.
  const safe = name.replace(/[^\p{L}\p{N}._-]+/gu, "-").replace(/^[.-]+/, "");
  const kind = headerKind(header);
  return `${safe === "" ? room : safe}.${kind === "cycle" || kind === "retro" ? "md" : "prd.md"}`;
}

async function isFile(uri: Uri): Promise<boolean> {
  try {
    return ((await workspace.fs.stat(uri)).type & FileType.File) !== 0;
  } catch {
    return false;
  }
}
