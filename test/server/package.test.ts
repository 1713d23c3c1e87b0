import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { closeAll, joined, later, temporaryFolder } from "./harness.ts";

describe("the npm package", () => {
  afterEach(closeAll);

  it("has all that the server needs: installed alone, it serves and invites", async () => {
    const folder = temporaryFolder();
    const npm = (args: readonly string[], cwd: string): string =>
      execFileSync("npm", [...args], {
        cwd,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
        shell: process.platform === "win32",
      });
    const [packed] = JSON.parse(npm(["pack", "--json", "--pack-destination", folder], process.cwd())) as {
      filename: string;
    }[];
    assert(packed !== undefined);
    npm(
      ["install", "--offline", "--no-audit", "--no-fund", "--prefix", folder, join(folder, packed.filename)],
      folder,
    );
    const program = join(folder, "node_modules/seamwork/dist/cli.js");
    const server = spawn(process.execPath, [
      program,
      "serve",
      "--json",
      "--port",
      "0",
      "--data",
      join(folder, "data"),
    ]);
    later(() => server.kill("SIGKILL"));
    const line = await new Promise<string>((done) =>
      createInterface({ input: server.stdout }).once("line", done),
    );
    const { url } = JSON.parse(line) as { url: string };
    const who = ["--name", "Lena", "--handle", "@lena", "--role", "pm", "--right", "edit", "--expires", "1d"];
    const invited = execFileSync(
      process.execPath,
      [
        program,
        "invite",
        "a",
        "--json",
        "--server",
        url,
        "--secret-file",
        join(folder, "data/secret"),
        ...who,
      ],
      { encoding: "utf8" },
    );
    const { room, token, link } = JSON.parse(invited) as Record<"room" | "token" | "link", string>;
    assert.match(link, /^vscode:\/\/seamwork\.seamwork\/join\?/);
    const client = await joined({ url }, room, token);
    client.text.insert(0, "hello");
    const other = await joined({ url }, room, token);
    assert.equal(other.text.toJSON(), "hello");
  });
});
