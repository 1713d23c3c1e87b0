/** Product and engineering in one PRD: two windows, a way to the server for each, and the server between them. */
import assert from "node:assert/strict";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium, type Browser } from "playwright-core";
import { chromiumFlags } from "../run/chromium.js";
import { startLiveServer, type LiveServer } from "../run/live-server.js";
import { root } from "../run/paths.js";
import { picture } from "./pictures.ts";
import { networkTo, type Network } from "./network.ts";
import { openWindow, type Window } from "./window.ts";

/** What the extension says about the shared PRD in the editor to whoever tests it. */
export interface Inspected {
  /** The shared text, with LF. */
  readonly text: string;
  readonly status: "connecting" | "live" | "read-only" | "offline" | "ended";
  /** The others. */
  readonly people: readonly { readonly handle: string; readonly name: string }[];
  /** Changes that are not yet on the server's disk. */
  readonly pending: number;
  /** The buffer and the shared text are one. */
  readonly settled: boolean;
}

export interface Side {
  readonly window: Window;
  readonly network: Network;
}

export interface Pair {
  readonly browser: Browser;
  /** Ends the windows, the server, and all between them. */
  close(): Promise<void>;
  readonly pm: Side;
  readonly eng: Side;
  readonly both: readonly [Side, Side];
  readonly room: string;
  server: LiveServer;
  /** Ends the server without a word. */
  kill(): Promise<void>;
  /** The same server again: same port, same rooms. */
  restart(): Promise<void>;
  /**
   * Waits until both show the same text and the server has all of it.
   *
   * @returns the text, with LF
   */
  settled(): Promise<string>;
  /** Settles, saves on both sides by key, and compares the files with what is shown. */
  saved(): Promise<string>;
  /** For a test that failed: pictures of both windows, and what they said. */
  tellMore(test: string): Promise<void>;
  /** Fails on notifications that tell of an error. */
  quiet(): Promise<void>;
}

/** The PRD that both have. */
export const PRD = "prds/PRD-103-waiting-list.prd.md";

export const people = {
  pm: { name: "Tomas Vesely", handle: "@tomas", role: "pm" },
  eng: { name: "Priya Raman", handle: "@priya", role: "eng" },
};

/** Folder of this run, and the browser: from test/run/live.js. */
export const temp = process.env["SEAMWORK_LIVE_TEST"] ?? "";
export const executablePath = process.env["SEAMWORK_CHROMIUM"] ?? "";

// Ending must go by way of the handlers of `exit`, which end the windows.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(1));

let opened = 0;

export interface PairOptions {
  /** Both are in the PRD together when they open. */
  readonly joined: boolean;
  /** Of both windows. */
  readonly settings?: object;
}

/** Two windows, each in a folder with the PRD. */
export async function openPair(options: PairOptions): Promise<Pair> {
  const home = join(temp, `pair-${(opened += 1)}`);
  const closing: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const one of closing.reverse()) await one().catch((error: unknown) => console.error(error));
  };
  try {
    return await open(home, options, closing, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(
  home: string,
  { joined, settings }: PairOptions,
  closing: (() => Promise<unknown>)[],
  close: () => Promise<void>,
): Promise<Pair> {
  const extension = join(temp, "extension");
  const program = join(extension, "dist/cli.js");
  const start = (port = 0): Promise<LiveServer> =>
    startLiveServer({ program, data: join(home, "server"), port });
  const server = await start();
  closing.push(() => pair.server.stop("SIGTERM"));
  const browser = await chromium.launch({ executablePath, headless: true, args: [...chromiumFlags] });
  closing.push(() => browser.close());

  const room = "fernwick.PRD-103";
  const side = async (who: "pm" | "eng"): Promise<Side> => {
    const network = await networkTo(server.port);
    closing.push(() => network.close());
    const folder = join(home, who, "fernwick");
    await cp(join(root, "docs/example"), folder, { recursive: true });
    if (who === "eng") {
      const text = await readFile(join(folder, PRD), "utf8");
      await writeFile(join(folder, PRD), text.replaceAll("\n", "\r\n"));
    }
    const link = await server.invite({
      ...people[who],
      room,
      right: "edit",
      server: `ws://127.0.0.1:${network.port}`,
    });
    const window = await openWindow({
      name: who,
      browser,
      data: join(home, who, "data"),
      folder,
      extension,
      file: PRD,
      settings: {
        "seamwork.me": people[who].handle,
        "seamwork.live.server": `ws://127.0.0.1:${network.port}`,
        ...settings,
      },
      env: joined ? { SEAMWORK_LIVE_LINK: link } : {},
    });
    closing.push(() => window.close());
    return { window, network };
  };
  if (joined) await server.seed(room, await readFile(join(root, "docs/example", PRD), "utf8"));
  const [pm, eng] = await Promise.all([side("pm"), side("eng")]);

  const pair: Pair = {
    browser,
    close,
    pm,
    eng,
    both: [pm, eng],
    room,
    server,
    async kill() {
      await pair.server.stop("SIGKILL");
    },
    async restart() {
      pair.server = await start(server.port);
    },
    async settled() {
      let seen = "";
      await until(
        async () => {
          const [a, b] = await Promise.all([state(pm), state(eng)]);
          seen = `${describeState("pm", a)}\n${describeState("eng", b)}`;
          const texts = new Set([a.buffer, b.buffer, a.shared, b.shared]);
          return texts.size === 1 && [a, b].every(isSaved);
        },
        () => `both show the same and the server has it.\n${seen}`,
        60_000,
      );
      return (await state(pm)).buffer;
    },
    async saved() {
      const text = await pair.settled();
      for (const { window } of pair.both) {
        await window.focus();
        await window.page.keyboard.press("Control+S");
        await until(async () => !(await window.buffer()).dirty, `${window.name} saves`);
      }
      // Saving changes nothing that is shared.
      assert.equal(await pair.settled(), text);
      const files = (): Promise<string[]> =>
        Promise.all(pair.both.map(({ window }) => readFile(window.path, "utf8")));
      // A file that is being written is empty for a moment.
      await until(async () => (await files()).every((file) => file !== ""), "both files are written");
      const [lf, crlf] = await files();
      assert.equal(lf, text);
      assert.equal(crlf, text.replaceAll("\n", "\r\n"));
      return text;
    },
    async tellMore(test) {
      for (const side of pair.both) {
        const { window } = side;
        await window.look();
        console.log(`      ${describeState(window.name, await state(side))} ${JSON.stringify(window.notes)}`);
        await picture(window.page, `failed-${test.replaceAll(/\W+/g, "-").slice(0, 40)}-${window.name}`);
      }
    },
    async quiet() {
      for (const { window } of pair.both) {
        await window.look();
        const errors = window.notes.filter(({ severity }) => severity === "error");
        assert.deepEqual(errors, [], window.name);
        await window.calm();
      }
    },
  };
  if (!joined) return pair;

  let seen = "";
  await until(
    async () => {
      const states = await Promise.all(pair.both.map(state));
      seen = states.map((one, index) => describeState(index === 0 ? "pm" : "eng", one)).join("\n");
      return states.every(({ inspected }) => inspected?.people.length === 1);
    },
    () => `both are in the PRD.\n${seen}\n${JSON.stringify([pm.window.notes, eng.window.notes])}`,
    60_000,
  );
  await pair.settled();
  return pair;
}

/** Undefined while the editor shows no shared PRD. */
export function inspect({ window }: Side): Promise<Inspected | undefined> {
  return window.command<Inspected | undefined>("seamwork.live.inspect");
}

interface State {
  readonly inspected: Inspected | undefined;
  /** The buffer, with LF. */
  readonly buffer: string;
  readonly shared: string | undefined;
}

async function state(side: Side): Promise<State> {
  const [inspected, { text }] = await Promise.all([inspect(side), side.window.buffer()]);
  return { inspected, shared: inspected?.text, buffer: text.replaceAll("\r\n", "\n") };
}

const isSaved = ({ inspected }: State): boolean =>
  inspected?.status === "live" && inspected.pending === 0 && inspected.settled;

function describeState(name: string, { inspected, buffer }: State): string {
  const { text = "", ...rest } = inspected ?? {};
  return `${name}: ${JSON.stringify(rest)}, shows ${buffer.length} units, ${text.length} are shared`;
}

/** Waits until something holds. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  what: string | (() => string),
  limit = 30_000,
): Promise<void> {
  const started = Date.now();
  while (!(await holds())) {
    if (Date.now() - started > limit)
      throw new Error(`Did not happen: ${typeof what === "string" ? what : what()}`);
    await sleep(200);
  }
}
