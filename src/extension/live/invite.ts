import { env, window } from "vscode";
import type { QuickPickItem, Uri } from "vscode";
import { normalizeHandle } from "../../core/config/people.ts";
import { linkOf } from "../../collab/link.ts";
import type { Right } from "../../collab/protocol.ts";
import type { Services } from "../services/services.ts";
import type { LiveContext } from "./context.ts";
import { told } from "./told.ts";

interface Colleague {
  readonly handle: string;
  readonly name: string;
  readonly role: string;
}

/** For how long an invitation is good, in days; never longer than the inviter's own. */
const INVITATION_DAYS = 7;

/** *Copy invitation link*: for whom, with which right, then a link on the clipboard. */
export async function invite(context: LiveContext, uri: Uri): Promise<void> {
  const { live, services } = context;
  const shared = live.of(uri);
  const file = await live.storage.shared(uri);
  if (shared === undefined || file === undefined) {
    void window.showInformationMessage("This PRD is not shared. Share it first, then invite.");
    return;
  }
  if (shared.live.me.right === "read") {
    void window.showInformationMessage(
      "You can only read this PRD. People who can edit it can invite others.",
    );
    return;
  }
  const colleague = await whom(uri, services);
  if (colleague === undefined) return;
  const right = await rightOf(colleague);
  if (right === undefined) return;
  const reachable = file.here ? await addressFor(context, file.server) : file.server;
  if (reachable === undefined) return;
  await told(async () => {
    const days = INVITATION_DAYS * 86_400;
    const expires = Math.min(Math.floor(Date.now() / 1000) + days, shared.live.me.expires);
    const token = await shared.live.api.invite({ ...colleague, right, expires });
    const { room, fingerprint } = file;
    await env.clipboard.writeText(
      linkOf({ server: reachable, room, token, ...(fingerprint !== undefined && { fingerprint }) }),
    );
    const until = new Date(expires * 1000).toISOString().slice(0, 10);
    void window.showInformationMessage(
      `The link for ${colleague.name} is on the clipboard. Until ${until}, whoever has it can ${right} this PRD under that name.`,
    );
  });
}

async function whom(uri: Uri, { teams, me }: Services): Promise<Colleague | undefined> {
  const team = await teams.of(uri);
  const self = me.known(team);
  const people = [...team.config.people.values()].filter(
    ({ left, handle }) => left === undefined && handle !== self,
  );
  const other = { label: "Somebody else…" };
  const items: QuickPickItem[] = people.map(({ name, handle, role }) => ({
    label: name,
    description: `${handle} · ${role}`,
  }));
  const picked =
    people.length === 0
      ? other
      : await window.showQuickPick([...items, other], {
          title: "Who is the link for?",
          matchOnDescription: true,
        });
  if (picked === undefined) return undefined;
  const person = people[items.indexOf(picked)];
  return person ?? (await somebodyElse());
}

async function somebodyElse(): Promise<Colleague | undefined> {
  const name = (
    await window.showInputBox({
      title: "Who is the link for?",
      prompt: "Others see this name at the person's cursor",
      placeHolder: "Mara Lind",
      validateInput: (text) => (text.trim() === "" ? "Enter a name" : undefined),
    })
  )?.trim();
  if (name === undefined) return undefined;
  const roles = [
    { label: "Engineering", role: "eng" },
    { label: "Product", role: "pm" },
    { label: "Something else", role: "guest" },
  ];
  const role = await window.showQuickPick(roles, { title: `What does ${name} do?` });
  if (role === undefined) return undefined;
  const word = name.toLowerCase().match(/[\p{L}\p{N}]+/u)?.[0] ?? "guest";
  return { name, handle: normalizeHandle(word), role: role.role };
}

async function rightOf({ name }: Colleague): Promise<Right | undefined> {
  const rights = [
    { label: `${name} can edit`, right: "edit" as const },
    { label: `${name} can only read`, right: "read" as const },
  ];
  return (await window.showQuickPick(rights, { title: "What can ${name} do?" }))?.right;
}

/** The address of this computer that the colleague can reach; asked only where there is a choice. */
async function addressFor({ here }: LiveContext, server: string): Promise<string | undefined> {
  const { addresses } = await here.start();
  const { port } = new URL(server);
  if (addresses.length === 0) {
    void window.showWarningMessage("This computer is not on a network right now, so nobody could join.");
    return undefined;
  }
  const [only] = addresses;
  const host =
    addresses.length === 1
      ? only
      : await window.showQuickPick(addresses, {
          title: "At which address can your colleague reach this computer?",
          placeHolder: "The first is the most likely; office networks often begin with 192.168 or 10",
        });
  return host === undefined ? undefined : `wss://${host}:${port}`;
}
