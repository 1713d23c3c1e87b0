import assert from "node:assert/strict";
import { Cancelled, progress } from "../../src/cli/progress.ts";
import type { Terminal } from "../../src/cli/terminal.ts";

function terminal(width: number): Terminal & { readonly written: string[] } {
  const written: string[] = [];
  return {
    cwd: "/",
    out: () => {},
    err: (text) => void written.push(text),
    color: false,
    width: () => width,
    written,
  };
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, milliseconds));

describe("progress", () => {
  it("is shown after a second, on one line that is taken away", async () => {
    const screen = terminal(40);
    const going = progress(screen, "Checking");
    await going.step("a.md", { index: 0, of: 1200 });
    await pause(150);
    await going.step("b.md", { index: 1, of: 1200 });
    assert.deepEqual(screen.written, []);
    await pause(1000);
    await going.step(`prds/\u001B[31m${"x".repeat(50)}.md`, { index: 899, of: 1200 });
    going.end();
    assert.deepEqual(screen.written, [
      `\r\u001B[KChecking 900 of 1,200: prds/${"x".repeat(11)}`,
      "\r\u001B[K",
    ]);
  });

  it("is never shown where nobody watches", async () => {
    const screen = terminal(0);
    const going = progress(screen, "Checking");
    await pause(1150);
    await going.step("a.md");
    going.end();
    assert.deepEqual(screen.written, []);
  });

  it("hears Ctrl+C at the next step", async () => {
    const going = progress(terminal(0), "Checking");
    process.emit("SIGINT");
    await pause(120);
    await assert.rejects(going.step("a.md"), Cancelled);
    going.end();
  });
});
