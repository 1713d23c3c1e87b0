/** Packs the extension as seamwork-VERSION.vsix. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.js";
import { packVsix } from "./stage.js";

const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
await packVsix(join(root, `seamwork-${version}.vsix`));
