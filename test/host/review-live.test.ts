import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { commands, env, extensions, TabInputTextDiff, window } from "vscode";
import type { TextDocument, Uri } from "vscode";
import { ServerError } from "../../src/collab/session/server-api.ts";
import type { ServerApi } from "../../src/collab/session/server-api.ts";
import { reviewFor } from "../../src/core/review/round.ts";
import { createChanges } from "../../src/extension/features/review/changes.ts";
import { coAuthorsCommand } from "../../src/extension/features/review/co-authors.ts";
import { sign } from "../../src/extension/features/review/sign.ts";
import { findSignedText } from "../../src/extension/features/review/signed-text.ts";
import { reviewCommands } from "../../src/extension/live/review.ts";
import { createOpenPrds } from "../../src/extension/services/open-prds.ts";
import type { OpenPrd } from "../../src/extension/services/open-prds.ts";
import type { Services } from "../../src/extension/services/services.ts";
import { createTeams } from "../../src/extension/services/teams.ts";
import { today } from "./asked.ts";
import { readScreen } from "./driver.ts";
import { cleanUp, file, openNew, pause, read, replace, until, write } from "./editor.ts";
import { room, somebody } from "./live-fake.ts";
import type { Room } from "./live-fake.ts";

const prd = `---
prd: PRD-922
schema: prd/1
name: Filter exports by date
status: in-review
pm: "@lena"
eng: "@mara"
---

# Filter exports by date

## Requirements

### R1 · Filter by date range

- **Why:** finance closes books on calendar months.

### R2 · Remember the range

- **Why:** nine in ten exports repeat the last one.
`;

describe("the review of a shared PRD", () => {
  let shared: Room;
  let document: TextDocument;
  let services: Services;
  let mine: OpenPrd;
  const owned: { dispose(): void }[] = [];

  beforeEach(async () => {
    await write("review/seamwork.yaml", await read("team/seamwork.yaml"));
    ({ document } = await openNew("review/prds/live.prd.md", prd));
    shared = room(document.uri);
    const live = reviewCommands(shared.prds) as Readonly<
      Record<string, (...args: unknown[]) => Promise<unknown>>
    >;
    const teams = createTeams();
    const openPrds = createOpenPrds(teams);
    owned.push(teams, openPrds);
    const fake: Partial<Services> = {
      openPrds,
      clock: { today } as Services["clock"],
      me: { orAsk: () => Promise.resolve("@mara") } as Partial<Services["me"]> as Services["me"],
      live: {
        isShared: (uri: Uri) => Promise.resolve(shared.prds.of(uri) !== undefined),
        call: async (command: string, ...args: unknown[]) => live[command.replace("live.", "")]?.(...args),
      } as Partial<Services["live"]> as Services["live"],
    };
    services = fake as Services;
    const found = await openPrds.find(document);
    assert.ok(found !== undefined);
    mine = found;
  });
  afterEach(async () => {
    for (const one of owned.splice(0)) one.dispose();
    await commands.executeCommand("notifications.clearAll");
    await cleanUp("review");
  });

  const notified = async (): Promise<string> => {
    await commands.executeCommand("notifications.showList");
    return readScreen(".notifications-center");
  };

  it("keeps the text under a name when somebody signs, once for several @smoke", async () => {
    assert.ok(await sign(services, mine, ["R1", "R2"], "@mara"));
    await until(() => shared.named.length > 0, "a version is named");
    assert.deepEqual(shared.named, ["R1 and R2 signed off by @mara"]);
    assert.match(document.getText(), /R1, @mara.*\n- \*\*Signed off\*\* R2, @mara/);
  });

  it("signs although the server is away, and says so once", async () => {
    const { api } = shared.prds.all[0]?.live ?? assert.fail();
    let asked = 0;
    (api as { nameVersion: ServerApi["nameVersion"] }).nameVersion = () => {
      asked++;
      return Promise.reject(new ServerError("unreachable", "It cannot be reached."));
    };
    assert.ok(await sign(services, mine, ["R1"], "@mara"));
    assert.ok(await sign(services, mine, ["R2"], "@mara"));
    await until(() => asked === 2, "it was tried each time");
    assert.match(document.getText(), /R1, @mara[^]*R2, @mara/);
    const sentence = "Your sign-off is in the document. The server could not keep the text";
    await until(async () => (await notified()).includes(sentence), "it is said");
    assert.equal((await notified()).split(sentence).length, 2);
  });

  it("finds the text that was signed among the versions, the newest that says the same", async () => {
    assert.ok(await sign(services, mine, ["R1"], "@mara"));
    const signed = document.getText();
    await replace(document, "calendar months", "calendar quarters");
    const [signOff] = mine.model().signOffs;
    assert.ok(signOff !== undefined);
    const by = { handle: "@mara", name: "Mara" };
    const at = "2026-03-12T14:05:00Z";
    shared.history = {
      versions: [
        { id: "v3", name: "Later", by, at },
        { id: "v2", name: "R1 signed off by @mara", by, at },
        { id: "v1", name: "Before", by, at },
      ],
      days: [],
    };
    shared.texts.set("v3", document.getText());
    shared.texts.set("v2", signed);
    shared.texts.set("v1", prd);
    const found = await findSignedText(services, mine, signOff, () => false);
    assert.equal(found?.text, signed);
    assert.match(found.from, /^version “R1 signed off by @mara”, 12 March 2026/);
    assert.equal(found.requirement.id, "R1");
    // A server that does not answer is no reason to fail: git is asked next.
    shared.texts.clear();
    assert.equal(await findSignedText(services, mine, signOff, () => false), undefined);
  });

  it("says that it looks for the text when that takes long, and stops when somebody cancels", async () => {
    assert.ok(await sign(services, mine, ["R1"], "@mara"));
    await replace(document, "calendar months", "calendar quarters");
    const by = { handle: "@mara", name: "Mara" };
    const versions = ["v2", "v1"].map((id) => ({ id, name: id, by, at: "2026-03-12T14:05:00Z" }));
    shared.history = { versions, days: [] };
    const asked: unknown[] = [];
    let answer: ((text: string) => void) | undefined;
    const { api } = shared.prds.all[0]?.live ?? assert.fail();
    (api as { text: ServerApi["text"] }).text = (of) => {
      asked.push(of);
      return new Promise((resolve) => (answer = resolve));
    };
    const [signature] = reviewFor(mine.model(), mine.team.config, "@mara")[0]?.coverage.signatures ?? [];
    assert.ok(signature !== undefined);
    const changes = createChanges(services);
    owned.push(changes);
    const showing = changes.show(mine, signature);
    await until(
      async () => (await notified()).includes("Looking for the text that @mara signed…"),
      "it is said that it goes on",
    );
    await commands.executeCommand("notification.acceptPrimaryAction");
    assert.equal(await showing, false);
    await until(async () => !(await notified()).includes("Looking for the text"), "it is said no more");
    // What comes after all opens nothing, and nobody is asked for the next text.
    answer?.(prd);
    await pause(200);
    assert.deepEqual(asked, [{ version: "v2" }]);
    assert.doesNotMatch(await notified(), /so there is nothing to compare with/);
    assert.ok(!(window.tabGroups.activeTabGroup.activeTab?.input instanceof TabInputTextDiff));
  });

  it("copies the co-authors of the session, and puts them into the commit message", async function () {
    this.timeout(120_000);
    execFileSync("git", ["init", "--quiet"], { cwd: file("review").fsPath });
    shared.history = {
      versions: [],
      days: [
        {
          day: "2026-03-12",
          people: [
            { handle: "@lena", name: "Lena", inserted: 10, deleted: 0 },
            { handle: "@mara", name: "Mara", inserted: 10, deleted: 0 },
            { handle: "@ines", name: "Ines", inserted: 0, deleted: 0 },
          ],
        },
      ],
    };
    shared.participants = [somebody("Ravi", 7), somebody("Zoe", 8, { right: "read" })];
    const git = await extensions
      .getExtension<{
        getAPI(version: 1): {
          openRepository(uri: Uri): Promise<{ inputBox: { value: string } } | null>;
        };
      }>("vscode.git")
      ?.activate();
    const repository = await git?.getAPI(1).openRepository(file("review"));
    assert.ok(repository, "git knows the repository");
    repository.inputBox.value = "Review the filter";
    const copying = coAuthorsCommand(services, document.uri);
    await until(
      async () =>
        (await notified()).includes(
          "One co-author line is copied. @ravi, @nadia have no e-mail in seamwork.yaml.",
        ),
      "what was copied is said",
    );
    assert.equal(await env.clipboard.readText(), "Co-authored-by: Lena Ortiz <lena@example.com>\n");
    await commands.executeCommand("notification.acceptPrimaryAction");
    await copying;
    assert.equal(
      repository.inputBox.value,
      "Review the filter\n\nCo-authored-by: Lena Ortiz <lena@example.com>\n",
    );
  });

  it("says that nobody is there where a PRD is not shared", async () => {
    const { document: alone } = await openNew("review/prds/alone.prd.md", prd.replace("922", "923"));
    await coAuthorsCommand(services, alone.uri);
    await until(async () => (await notified()).includes("it is not shared"), "it is said");
  });
});
