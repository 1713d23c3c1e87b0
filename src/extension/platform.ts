import type { Uri } from "vscode";

/** What the two extension hosts do differently. */
export interface Platform {
  /** Git's `user.email` in a folder, undefined where there is no git, no address or no disk. */
  gitEmail(folder: Uri): Promise<string | undefined>;
}
