import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

let bundle: string | undefined;

/** The command as it ships, built once per run from the sources of now; the path of its file. A mutation run has built it. */
export function command(): string {
  if (bundle !== undefined) return bundle;
  const built = process.env["SEAMWORK_PROGRAMS"];
  if (built !== undefined) return (bundle = join(built, "cli.js"));
  // Not in out/: another run of these tests may be going on.
  const folder = mkdtempSync(join(tmpdir(), "seamwork-cli-build-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const options = JSON.stringify({ folder, dev: false, names: ["cli.js"] });
  const script = `import { buildAll } from "./esbuild.js"; await buildAll(${options});`;
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`The command line could not be built:\n${stderr}`);
  // Elsewhere Node would take it for CommonJS.
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  return (bundle = join(folder, "cli.js"));
}

function environment(home: string): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, __STRYKER_ACTIVE_MUTANT__, __STRYKER_REACHED__ } = process.env;
  return {
    PATH,
    SystemRoot,
    __STRYKER_ACTIVE_MUTANT__,
    __STRYKER_REACHED__,
    HOME: home,
    XDG_CACHE_HOME: join(home, ".cache"),
    GIT_CONFIG_NOSYSTEM: "1",
    TZ: "UTC",
  };
}

/** Where a process runs, if not only a folder matters. */
export interface Place {
  readonly folder: string;
  /** Beside what every process gets. */
  readonly env?: NodeJS.ProcessEnv;
  /** What it reads on standard input. */
  readonly input?: string | Uint8Array;
}

/** Runs `seamwork` as a process and waits for it. */
export function seamwork(place: string | Place, ...args: string[]): Outcome {
  const { folder, env, input }: Place = typeof place === "string" ? { folder: place } : place;
  const { status, stdout, stderr } = spawnSync(process.execPath, [command(), ...args], {
    cwd: folder,
    env: { ...environment(folder), ...env },
    input,
    encoding: "utf8",
    timeout: 60_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, out: stdout, err: stderr };
}

/** Starts `seamwork` as a process, for tests that interrupt it or run several at once. */
export function startSeamwork(
  folder: string,
  ...args: string[]
): { child: ChildProcess; ended: Promise<Outcome> } {
  const child = spawn(process.execPath, [command(), ...args], { cwd: folder, env: environment(folder) });
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  const ended = new Promise<Outcome>((done, failed) => {
    child.on("error", failed).on("close", (code) => done({ code, out, err }));
  });
  return { child, ended };
}

/** Runs git in a folder; throws when it fails. */
export function git(folder: string, ...args: string[]): string {
  const options = { cwd: folder, env: environment(folder), encoding: "utf8" } as const;
  const { status, stdout, stderr } = spawnSync("git", args, options);
  if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
  return stdout;
}

const folders: string[] = [];

/** A temporary folder with these files, by path; {@link removeFolders} removes it. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "seamwork-cli-")));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A PRD without a pair: PRD002 speaks about it. */
export function unpaired(id: string, status = "agreed", rest = ""): string {
  return `---\nprd: ${id}\nschema: prd/1\nname: Something\nstatus: ${status}\n---\n\n# Something\n${rest}`;
}

export interface JsonReport {
  readonly version: number;
  readonly files: readonly {
    readonly path: string;
    readonly kind: string;
    readonly id: string | null;
    readonly status: string | null;
    readonly problems: readonly Readonly<
      Record<string, unknown> & {
        code: string;
        severity: string;
        line: number;
        related?: readonly { id: string; line: number }[];
      }
    >[];
  }[];
  readonly errors: readonly { readonly path: string; readonly message: string }[];
  readonly summary: Readonly<Record<string, number>>;
}

/** What `check --format json` says; the other arguments follow. */
export function checkJson(folder: string, ...args: string[]): Outcome & { readonly report: JsonReport } {
  const outcome = seamwork(folder, "check", "--format", "json", ...args);
  return { ...outcome, report: JSON.parse(outcome.out) as JsonReport };
}
