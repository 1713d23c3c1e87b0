import type { CancellationToken, Uri } from "vscode";
import type { Trend } from "../core/trend/trend.ts";
import type { Connect } from "../collab/transport.ts";

/** What the two extension hosts do differently. */
export interface Platform {
  /** Undefined in a browser, where there are no programs. */
  readonly git?: Git;
  /** The way to a server; loaded when somebody first needs it. */
  readonly connect: Connect;
  /** A server on this computer; undefined in a browser, which cannot be reached from outside. */
  readonly localServer?: LocalServer;
  /** What the developers' own windows join by themselves; undefined for everybody else. */
  readonly linkToJoin?: string | undefined;
  /** A markdown file of the workspace that is shown beside what is joined by itself; undefined for everybody else. */
  readonly readBeside?: string | undefined;
  /** The day that it is in the developers' own windows, in which a story stands still; undefined for everybody else. */
  readonly today?: string | undefined;
}

/** What the history of a file says. Everything is undefined or empty where there is no git, no disk or no trust. */
export interface Git {
  /** Git's `user.email` in a folder. */
  email(folder: Uri): Promise<string | undefined>;
  /**
   * Who wrote each line last.
   *
   * @param text the file's text as it stands in the editor
   */
  blame(file: Uri, text: string): Promise<readonly BlamedLine[] | undefined>;
  /** The texts that a file had in its last commits, the newest first, under other names too. */
  texts(file: Uri, most: number): AsyncIterable<CommittedText>;
  /**
   * What was open at each seam, day by day.
   *
   * @throws Error with one sentence where there is no history
   */
  trend(folder: Uri, request: TrendRequest, token: CancellationToken): Promise<Trend | undefined>;
}

export interface TrendRequest {
  /** Where the extension's files are. */
  readonly extension: Uri;
  /** The first day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly today: string;
}

export interface BlamedLine {
  readonly text: string;
  /** Undefined for a line that is not committed yet. */
  readonly by: { readonly name: string; readonly email: string } | undefined;
}

export interface CommittedText {
  readonly commit: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly author: string;
  readonly text: string;
}

/** The co-editing server that the extension carries, for a colleague on the same network. */
export interface LocalServer {
  /**
   * Starts it, or gives the one that runs already. It ends with VS Code.
   *
   * @param extension where the extension's files are
   * @param data where it keeps its rooms and its secret
   * @throws Error with one sentence: the port is taken, the disk is full, no network
   */
  start(extension: Uri, data: Uri): Promise<RunningServer>;
  /** Ends it; the rooms stay on disk. */
  stop(): Promise<void>;
}

export interface RunningServer {
  readonly port: number;
  /** SHA-256 of its certificate, in hex digits. */
  readonly fingerprint: string;
  /** The addresses of this computer that a colleague may reach, the likeliest first. */
  readonly addresses: readonly string[];
  /** A token for one room, signed with the server's secret. */
  invite(
    room: string,
    guest: { handle: string; name: string; role: string; right: "edit" | "read"; days: number },
  ): Promise<string>;
}
