import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { Agent } from "node:https";
import { join } from "node:path";
import { connect } from "node:tls";
import { WebSocket } from "ws";
import { fingerprintOf, ownCertificate } from "../../server/access/certificate.ts";
import { closeAll, later, serverWith, temporaryFolder, tokenFor } from "./harness.ts";

describe("a certificate made on the spot", () => {
  afterEach(closeAll);

  it("is what the server shows, with the fingerprint that links carry, and works as the client's authority", async () => {
    const tls = await ownCertificate(temporaryFolder());
    const server = await serverWith({ tls });
    assert.match(server.url, /^wss:/);
    const shown = await new Promise<string>((done, failed) => {
      const socket = connect({ port: server.port, host: "127.0.0.1", rejectUnauthorized: false });
      socket.on("error", failed).on("secureConnect", () => {
        done(socket.getPeerCertificate().fingerprint256.replaceAll(":", "").toLowerCase());
        socket.destroy();
      });
    });
    assert.equal(shown, fingerprintOf(tls.cert));
    assert.match(shown, /^[0-9a-f]{64}$/);
    // The name in it means nothing; the certificate itself was compared.
    const agent = new Agent({ ca: tls.cert, checkServerIdentity: () => undefined });
    const ws = new WebSocket(`${server.url}/prd-1?token=${await tokenFor("prd-1")}`, { agent });
    later(() => ws.terminate());
    const frame = await new Promise<Buffer>((done, failed) => ws.on("error", failed).on("message", done));
    assert.equal(frame[0], 0);
  });

  it("is trusted by nobody else", async () => {
    const server = await serverWith({ tls: await ownCertificate(temporaryFolder()) });
    const ws = new WebSocket(`${server.url}/prd-1?token=${await tokenFor("prd-1")}`);
    const error = await new Promise<NodeJS.ErrnoException>((done) => ws.on("error", done));
    assert.equal(error.code, "DEPTH_ZERO_SELF_SIGNED_CERT");
  });

  it("is kept, readable by its user only", async () => {
    const folder = temporaryFolder();
    const first = await ownCertificate(folder);
    assert.deepEqual(await ownCertificate(folder), first);
    if (process.platform !== "win32")
      assert.equal(statSync(join(folder, "certificate.pem")).mode & 0o777, 0o600);
  });
});
