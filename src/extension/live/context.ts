import type { ExtensionContext } from "vscode";
import type { Platform } from "../platform.ts";
import type { Services } from "../services/services.ts";
import type { Here } from "./here.ts";
import type { Live } from "./live.ts";

/** What the commands of live editing share. */
export interface LiveContext {
  readonly services: Services;
  readonly live: Live;
  readonly here: Here;
  readonly platform: Platform;
  readonly extension: ExtensionContext;
}
