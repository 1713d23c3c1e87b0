import {
  Disposable,
  EventEmitter,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  window,
} from "vscode";
import type { QuickPickItem, Uri } from "vscode";
import type { Command } from "../command.ts";
import { atMostEvery } from "./at-most-every.ts";
import type { Follow, Somebody } from "./follow.ts";
import type { LiveDocument, LivePrds } from "./live-prds.ts";
import { aboutPerson, IDLE_MS, peopleCount, peopleIn, TYPING_MS } from "./people.ts";
import type { PersonHere } from "./people.ts";

/** A line of the view. */
type Node =
  | { readonly kind: "prd"; readonly document: LiveDocument }
  | ({ readonly kind: "person"; readonly document: LiveDocument; readonly person: PersonHere } & Somebody);

/** The shortest time between two looks, in milliseconds. */
const PACE_MS = 250;

/** The view "People": who is in the shared PRDs of this window, and what they do. */
export function registerPeople(prds: LivePrds, follow: Follow): Disposable {
  const changed = new EventEmitter<void>();
  let shown = "";
  let later: ReturnType<typeof setTimeout> | undefined;
  const view = window.createTreeView<Node>("seamwork.people", {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (node) => childrenOf(prds, node),
      getTreeItem: (node) =>
        node.kind === "prd" ? prdItem(node.document) : personItem(node.person, node.document, follow.whom),
    },
  });

  /** Tells the view only of what one can see. */
  const look = atMostEvery(PACE_MS, () => {
    clearTimeout(later);
    if (!view.visible) return;
    const now = Date.now();
    const people = prds.all.map(({ uri, live }) => ({ uri: uri.toString(), people: peopleIn(live) }));
    const words = JSON.stringify([
      follow.whom?.handle,
      people.map((one) => [
        one.uri,
        one.people.map((person) => [person.name, person.colour, aboutPerson(person, now)]),
      ]),
    ]);
    if (words !== shown) {
      shown = words;
      const [only] = prds.all;
      // Assigning undefined is how a description is taken away, which the type does not say.
      view.description = prds.all.length === 1 && only !== undefined ? only.name : "";
      changed.fire();
    }
    const others = people.flatMap((one) => one.people.flatMap(({ windows }) => windows));
    const typing = others.some(({ typed }) => typed !== undefined && now - typed < TYPING_MS);
    if (others.length > 0) later = setTimeout(look, typing ? TYPING_MS : IDLE_MS / 2);
  });
  look();
  return Disposable.from(
    view,
    changed,
    look,
    { dispose: () => clearTimeout(later) },
    prds.onDidChange(look),
    follow.onDidChange(look),
    view.onDidChangeVisibility(look),
  );
}

/** Commands of the view's lines; called from elsewhere they ask for the person. */
export function peopleCommands(
  prds: LivePrds,
  follow: Follow,
): Record<"goToPerson" | "follow" | "unfollow", Command> {
  return {
    goToPerson: async (node) => {
      const whom = isSomebody(node) ? node : await pick(prds, "Whose cursor do you want to go to?");
      if (whom !== undefined) await follow.goTo(whom);
    },
    follow: async (node) => {
      const whom = isSomebody(node) ? node : await pick(prds, "Who do you want to follow?");
      if (whom !== undefined) await follow.follow(whom);
    },
    unfollow: () => follow.stop(),
  };
}

function isSomebody(node: unknown): node is Somebody {
  return typeof node === "object" && node !== null && "handle" in node && "uri" in node;
}

async function pick(prds: LivePrds, title: string): Promise<Somebody | undefined> {
  const active = window.activeTextEditor && prds.of(window.activeTextEditor.document.uri);
  const documents = active === undefined ? prds.all : [active];
  const now = Date.now();
  const items = documents.flatMap(({ uri, live, name }): (QuickPickItem & { whom: Somebody })[] =>
    peopleIn(live)
      .filter(({ windows }) => windows.length > 0)
      .map((person) => ({
        label: nameOf(person),
        description: aboutPerson(person, now),
        ...(documents.length > 1 && { detail: name }),
        iconPath: iconOf(person),
        whom: { uri, handle: person.handle },
      })),
  );
  if (items.length === 0) {
    const what =
      documents.length === 0
        ? "Share or join a PRD first; the people in it are then listed here."
        : "Nobody else is in this PRD right now.";
    void window.showInformationMessage(what);
    return undefined;
  }
  return (await window.showQuickPick(items, { title }))?.whom;
}

function childrenOf(prds: LivePrds, node: Node | undefined): Node[] {
  const documents = prds.all;
  if (node === undefined && documents.length !== 1)
    return documents.map((document) => ({ kind: "prd", document }));
  const document = node?.document ?? documents[0];
  if (document === undefined || node?.kind === "person") return [];
  return peopleIn(document.live).map((person) => ({
    kind: "person",
    document,
    person,
    uri: document.uri,
    handle: person.handle,
  }));
}

function prdItem({ uri, name, live }: LiveDocument): TreeItem {
  const item = new TreeItem(name, TreeItemCollapsibleState.Expanded);
  item.id = uri.toString();
  item.description = peopleCount(peopleIn(live).length);
  item.contextValue = "prd";
  item.tooltip = plain(`${name}\n${new URL(live.invitation.server).host}`);
  item.command = { command: "vscode.open", title: "Open", arguments: [uri] };
  item.accessibilityInformation = { label: `${name}, ${item.description}` };
  return item;
}

function personItem(
  person: PersonHere,
  { uri, name }: LiveDocument,
  followed: Somebody | undefined,
): TreeItem {
  const isFollowed = followed?.handle === person.handle && sameUri(followed.uri, uri);
  const about = [isFollowed ? "following" : "", aboutPerson(person, Date.now())].filter(Boolean).join(" · ");
  const item = new TreeItem(nameOf(person), TreeItemCollapsibleState.None);
  item.id = `${uri.toString()} ${person.handle}`;
  item.description = about;
  item.iconPath = isFollowed
    ? new ThemeIcon("eye", new ThemeColor(`seamwork.caret${person.colour + 1}`))
    : iconOf(person);
  item.contextValue = person.windows.length === 0 ? "me" : isFollowed ? "followed" : "person";
  item.tooltip = plain(`${nameOf(person)} ${person.handle}\n${about}`);
  item.accessibilityInformation = {
    label: `${nameOf(person)}, ${about.replaceAll(" · ", ", ")}, in ${name}`,
  };
  if (person.windows.length > 0)
    item.command = {
      command: "seamwork.live.goToPerson",
      title: "Go to their cursor",
      arguments: [{ uri, handle: person.handle } satisfies Somebody],
    };
  return item;
}

function nameOf({ me, name }: PersonHere): string {
  return me ? `${name} (you)` : name;
}

function iconOf({ me, colour, windows }: PersonHere): ThemeIcon {
  if (me && windows.length === 0) return new ThemeIcon("account");
  return new ThemeIcon("circle-filled", new ThemeColor(`seamwork.caret${colour + 1}`));
}

function sameUri(a: Uri, b: Uri): boolean {
  return a.toString() === b.toString();
}

/** Names are what people chose: nothing in them is markdown. */
function plain(text: string): MarkdownString {
  return new MarkdownString().appendText(text);
}
