import assert from "node:assert/strict";
import { Cancelled, progress } from "../../src/cli/progress.ts";
import type { Terminal } from "../../src/cli/terminal.ts";

function terminal(width: number): Terminal & { readonly written: string[] } {
  const written: string[] = [];
  return {
    cwd: "/",
    out: () => {},
    input: async () => Buffer.alloc(0),
    err: (text) => void written.push(text),
    status: (line) => void written.push(`status ${line ?? ""}`),
    color: false,
    width: () => width,
    written,
  };
}

let time = 0;
const now = (): number => time;
const pass = (milliseconds: number): void => void (time += milliseconds);

describe("progress", () => {
  it("is shown after a second, on one line that is taken away", async () => {
    const screen = terminal(40);
    const shown = progress(screen, "Checking", now);
    await shown.step("a.md", { index: 0, of: 1200 });
    pass(150);
    await shown.step("b.md", { index: 1, of: 1200 });
    assert.deepEqual(screen.written, []);
    pass(1000);
    await shown.step(`prds/\u001B[31m${"x".repeat(50)}.md`, { index: 899, of: 1200 });
    shown.end();
    assert.deepEqual(screen.written, [`status Checking 900 of 1,200: prds/${"x".repeat(11)}`, "status "]);
  });

  it("is never shown where nobody watches", async () => {
    const screen = terminal(0);
    const shown = progress(screen, "Checking", now);
    pass(1150);
    await shown.step("a.md");
    shown.end();
    assert.deepEqual(screen.written, []);
  });

  it("hears Ctrl+C at the next step", async () => {
    const shown = progress(terminal(0), "Checking", now);
    process.emit("SIGINT");
    pass(120);
    await assert.rejects(shown.step("a.md"), Cancelled);
    shown.end();
  });
});
