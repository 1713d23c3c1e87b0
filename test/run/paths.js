import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** Where downloads that outlive a run are kept; SEAMWORK_CACHE moves it. */
export const cache = process.env["SEAMWORK_CACHE"]
  ? resolve(process.env["SEAMWORK_CACHE"])
  : join(root, ".cache");

/** Bundles of tests, rebuilt by every run. */
export const out = join(root, "out");
