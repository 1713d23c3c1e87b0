import assert from "node:assert/strict";
import { existsSync, mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { connect } from "../../../src/extension/node/connect.ts";
import { localServer } from "../../../src/extension/node/local-server.ts";
import type { LocalServer, RunningServer } from "../../../src/extension/platform.ts";
import type { ServerError } from "../../../src/collab/session/server-api.ts";
import { closeAll, later, temporaryFolder, until } from "../harness.ts";
import { sitDown } from "./people.ts";

type Place = Parameters<LocalServer["start"]>[0];

const placeOf = (folder: string): Place => ({ fsPath: folder }) as Place;
/** The built extension, as `npm run build` leaves it. */
const extension = placeOf(process.cwd());
const guest = { handle: "@mats", name: "Mats Berg", role: "eng", right: "edit", days: 1 } as const;
const text = "# Waiting list\n";

function localIn(folder: string): { local: LocalServer; start: () => Promise<RunningServer> } {
  const local = localServer();
  later(() => local.stop());
  return { local, start: () => local.start(extension, placeOf(folder)) };
}

describe("a server on this computer", () => {
  before(() => assert.ok(existsSync("dist/server.js"), "`npm run build` makes dist/server.js first."));
  afterEach(closeAll);

  it("starts once, invites, and two people meet over its own certificate", async () => {
    const { start } = localIn(temporaryFolder());
    const [one, two] = await Promise.all([start(), start()]);
    assert.equal(one.port, two.port);
    const server = `wss://127.0.0.1:${one.port}`;
    const token = await one.invite("a", guest);
    const sit = async (file?: string): ReturnType<typeof sitDown> =>
      sitDown({
        server,
        room: "a",
        invitation: { server, room: "a", token, fingerprint: one.fingerprint },
        transport: await connect(server, one.fingerprint),
        ...(file !== undefined && { file, seed: file }),
      });
    const first = await sit(text);
    const second = await sit();
    second.buffer.type(0, "Yes. ");
    await until("the other's words", () => first.buffer.text === `Yes. ${text}`);
  });

  it("has the same port, certificate and tokens when it starts again", async () => {
    const folder = temporaryFolder();
    const before = localIn(folder);
    const first = await before.start();
    const token = await first.invite("a", guest);
    await before.local.stop();
    const second = await localIn(folder).start();
    assert.deepEqual([second.port, second.fingerprint], [first.port, first.fingerprint]);
    const server = `wss://127.0.0.1:${second.port}`;
    const invitation = { server, room: "a", token, fingerprint: second.fingerprint };
    await sitDown({ server, room: "a", invitation, transport: await connect(server, second.fingerprint) });
  });

  it("takes another port when its own is taken meanwhile", async () => {
    const folder = temporaryFolder();
    const before = localIn(folder);
    const { port } = await before.start();
    await before.local.stop();
    const squatter = createServer().listen(port, "0.0.0.0");
    later(() => squatter.close());
    await new Promise((done) => squatter.once("listening", done));
    assert.notEqual((await localIn(folder).start()).port, port);
  });

  it("says in a sentence why it could not start", async () => {
    const folder = temporaryFolder();
    // A folder where the secret should be.
    mkdirSync(join(folder, "secret"));
    await assert.rejects(
      localIn(folder).start(),
      /^Error: The server on this computer could not start\. .{10,}/,
    );
  });

  it("is told apart from another computer, before anything is sent to that one", async () => {
    const { start } = localIn(temporaryFolder());
    const { port } = await start();
    const server = `wss://127.0.0.1:${port}`;
    const other = "00".repeat(32);
    const transport = await connect(server, other);
    await assert.rejects(transport.fetch(`https://127.0.0.1:${port}/`), (error: ServerError) => {
      assert.equal(error.kind, "refused");
      assert.match(error.message, /is not the computer that this link was made on, so nothing was sent/);
      return true;
    });
  });

  it("gets nothing that could be read before its certificate was compared", async () => {
    const heard: Buffer[] = [];
    const eavesdropper = createServer((socket) => socket.on("data", (data) => heard.push(data))).listen(
      0,
      "127.0.0.1",
    );
    later(() => eavesdropper.close());
    await new Promise((done) => eavesdropper.once("listening", done));
    const { port } = eavesdropper.address() as { port: number };
    const transport = await connect(`wss://127.0.0.1:${port}`, "00".repeat(32));
    const asked = transport.fetch(`https://127.0.0.1:${port}/`, {
      headers: { authorization: "Bearer a.b.c" },
    });
    asked.catch(() => {});
    await until("something was heard", () => heard.length > 0);
    // A TLS handshake record, and no word of the request.
    assert.equal(heard[0]?.[0], 22);
    assert.ok(!Buffer.concat(heard).includes("Bearer"));
  });
});
