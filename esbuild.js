/**
 * Builds everything that ships into dist/. `node esbuild.js --dev` leaves the code readable and adds source maps.
 *
 * An entry whose source is missing is an error: a bundle that silently disappears would only be noticed by users.
 */
import { chmod, cp, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

/**
 * What nobody who only reads YAML and markdown calls: what writes them, what makes plain data of YAML's nodes, and what
 * complains of options and files. Each export throws; `test/unit/what-is-left-out.test.ts` reads without them.
 */
const neverCalled = new RegExp(
  [
    String.raw`[\\/]yaml[\\/]browser[\\/]dist[\\/]stringify[\\/]\w+`,
    String.raw`[\\/]yaml[\\/]browser[\\/]dist[\\/](?:visit|parse[\\/]cst-\w+|doc[\\/](?:createNode|applyReviver))`,
    String.raw`[\\/]yaml[\\/]browser[\\/]dist[\\/]nodes[\\/](?:toJS|addPairToJSMap)`,
    String.raw`[\\/]mdast-util-find-and-replace[\\/]lib[\\/]index`,
    String.raw`[\\/](?:fault|vfile-message[\\/]lib)[\\/]index`,
  ]
    .map((path) => `(?:${path}\\.js$)`)
    .join("|"),
);

/**
 * Leaves out of the extension what it never calls; the tags of YAML 1.1, of which neither a header nor `seamwork.yaml` has
 * any; and the line breaks of the lexicons.
 * (The rules' documentation stays out by itself: it is an export that the extension does not import.)
 * @type {import("esbuild").Plugin}
 */
export const onlyWhatRuns = {
  name: "only what runs",
  setup(build) {
    build.onLoad({ filter: neverCalled }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const names = [...source.matchAll(/^export (?:(?:function|class|const) (\w+)|\{([^}]+)\})/gm)]
        .flatMap(([, name, list]) => name ?? (list ?? "").split(","))
        .map((name) => `leftOut as ${name.trim()}`);
      return {
        contents: `function leftOut() { throw new Error("esbuild.js leaves this out."); }
          export { ${names.join(", ")} };`,
      };
    });
    build.onLoad({ filter: /[\\/]yaml[\\/]browser[\\/]dist[\\/]schema[\\/]tags\.js$/ }, () => ({
      contents: `import { map } from "./common/map.js";
        import { seq } from "./common/seq.js";
        import { string } from "./common/string.js";
        import { schema as core } from "./core/schema.js";
        export const coreKnownTags = {};
        export const getTags = (_custom, schema) => schema === "failsafe" ? [map, seq, string] : [...core];`,
    }));
    // The names of 2,125 characters as one text: as an object, each takes four signs more.
    build.onLoad({ filter: /[\\/]character-entities[\\/]index\.js$/ }, async ({ path }) => {
      const { characterEntities } = await import(pathToFileURL(path).href);
      const text = Object.entries(characterEntities).map(([name, character]) => `${name}:${character}`);
      return {
        contents: `export const characterEntities = Object.fromEntries(
          ${JSON.stringify(text.join(","))}.split(/,(?=[A-Za-z])/).map((entry) => entry.split(/:(.+)/s)));`,
      };
    });
    // Minifying leaves texts alone, and the lexicons are texts with lines for people.
    build.onLoad({ filter: /[\\/]src[\\/]core[\\/]lexicon[\\/]\w\w\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8"))
        .replace(/,?\s*\n\s*/g, (end) => (end.startsWith(",") ? "," : " "))
        .replace(/, /g, ","),
      loader: "ts",
    }));
  },
};

/**
 * Gives mdast-util-from-markdown's context, which it copies for every event that it handles, the field that it adds to
 * each copy. The result is the same; Node 20 takes over a microsecond longer to add a field to a copy than to replace it.
 * docs/decisions/parsing.md says what this saves.
 * @type {import("esbuild").Plugin}
 */
export const fieldInContext = {
  name: "room in context",
  setup(build) {
    const filter = /[\\/]mdast-util-from-markdown[\\/]lib[\\/]index\.js$/;
    build.onLoad({ filter }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const contents = source.replace(
        /(const context = \{)(\s+stack: \[tree\],)/,
        "$1 sliceSerialize: undefined,$2",
      );
      if (contents === source)
        throw new Error(`${path} makes no context as it did: see docs/decisions/parsing.md.`);
      return { contents };
    });
  },
};

const root = fileURLToPath(new URL(".", import.meta.url));

/**
 * Says of all that the extension loads on demand that it runs after the start. So what they share with it stays with it,
 * in one file; otherwise each set of them that shares a source gets a file, sixty of which the first PRD would wait for.
 * What only Node has (`node/`) is loaded by `main.ts` and may come first.
 * @type {import("esbuild").Plugin}
 */
const afterTheStart = {
  name: "after the start",
  setup(build) {
    const start = join(root, "src/extension/start.ts");
    const first = /[\\/]extension[\\/](?:start\.ts$|node[\\/])/;
    build.onResolve({ filter: /^\..*\.tsx?$/ }, ({ kind, path, resolveDir }) => {
      const source = join(resolveDir, path);
      return kind === "dynamic-import" && !first.test(source)
        ? { path: source, namespace: "after the start" }
        : undefined;
    });
    build.onLoad({ filter: /./, namespace: "after the start" }, ({ path }) => ({
      contents: [`import ${JSON.stringify(start)};`, `export * from ${JSON.stringify(path)};`].join("\n"),
      resolveDir: root,
    }));
  },
};

/** The most of the extension that may be loaded when the first PRD is seen, activation included, in bytes. */
export const FIRST_PRD_LIMIT = 604 * 1024;

/** @type {Record<string, import("esbuild").BuildOptions & { entryPoints: [string] }>} by the name in dist/ */
const bundles = {
  // A folder: what each `import()` loads is a file of its own, and what two of them share too.
  extension: {
    entryPoints: ["src/extension/main.ts"],
    platform: "node",
    format: "esm",
    splitting: true,
    chunkNames: "[name]-[hash]",
    // ws asks for Node's modules by `require`, and has two binaries of which it can do without.
    external: ["vscode", "bufferutil", "utf-8-validate"],
    banner: {
      js: 'import { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);',
    },
    plugins: [onlyWhatRuns, fieldInContext, afterTheStart],
    loader: { ".css": "text" },
    // The package's build for Node is CommonJS, of which nothing can be left out.
    alias: { yaml: join(root, "node_modules/yaml/browser/index.js") },
  },
  // One file, because a browser loads nothing else.
  "extension.web.cjs": {
    entryPoints: ["src/extension/web.ts"],
    platform: "browser",
    format: "cjs",
    external: ["vscode"],
    plugins: [onlyWhatRuns, fieldInContext],
    loader: { ".css": "text" },
    // The default entity decoder of remark needs a DOM, which a web worker does not have.
    conditions: ["worker"],
  },
  // What `seamwork serve` and `seamwork invite` run, and the extension for a session on this machine.
  "server.js": {
    entryPoints: ["server/main.ts"],
    platform: "node",
    format: "esm",
    target: "node20.19",
    // ws has two binaries of which it can do without. LevelDB looks for its own in prebuilds/ beside the bundle.
    external: ["bufferutil", "utf-8-validate"],
    banner: {
      js: 'import { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);\nconst __dirname = import.meta.dirname;',
    },
  },
  // What runs in the readiness panel's page.
  "panel.js": {
    entryPoints: ["src/panel/main.tsx"],
    platform: "browser",
    format: "iife",
  },
  // What runs in the board's page.
  "board.js": {
    entryPoints: ["src/panel/board-main.tsx"],
    platform: "browser",
    format: "iife",
  },
  "cli.js": {
    entryPoints: ["src/cli/main.ts"],
    platform: "node",
    format: "esm",
    plugins: [fieldInContext],
    // The page for export carries its style.
    loader: { ".css": "text" },
    target: "node20.19",
    // Commander is CommonJS and asks for Node's modules by `require`.
    banner: {
      js: '#!/usr/bin/env node\nimport { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);',
    },
  },
};

/**
 * @param {{ folder: string, dev: boolean, names?: readonly string[] }} options the folder is emptied first; without
 *   names, every bundle is made
 * @returns {Promise<Record<string, number>>} bytes by name; of the extension, by what makes VS Code load them
 * @throws when a bundle could not be made; esbuild has said why, and the others are there
 */
export async function buildAll({ folder, dev, names = Object.keys(bundles) }) {
  await rm(folder, { recursive: true, force: true });
  const results = await Promise.allSettled(names.map((name) => buildOne(name, folder, dev)));
  const failed = names.filter((_name, index) => results[index]?.status === "rejected");
  if (failed.length > 0) throw new Error(`Not built: ${failed.join(", ")}.`);
  return Object.fromEntries(results.flatMap((result) => (result.status === "fulfilled" ? result.value : [])));
}

/**
 * @param {string} name
 * @param {string} folder
 * @param {boolean} dev
 * @returns {Promise<[name: string, bytes: number][]>}
 */
async function buildOne(name, folder, dev) {
  const bundle = bundles[name];
  const { metafile } = await build({
    absWorkingDir: root,
    ...(bundle?.splitting ? { outdir: join(folder, name) } : { outfile: join(folder, name) }),
    bundle: true,
    minify: !dev,
    sourcemap: dev ? "linked" : false,
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    ...bundle,
    metafile: true,
  });
  if (name === "cli.js") await chmod(join(folder, name), 0o755);
  // Of every platform, so that what was packed on one machine runs on all.
  if (name === "server.js")
    await cp(join(root, "node_modules/classic-level/prebuilds"), join(folder, "prebuilds"), {
      recursive: true,
    });
  return bundle?.splitting ? sizesByOccasion(name, metafile.outputs) : [[name, bytesOf(metafile.outputs)]];
}

/**
 * @param {string} name
 * @param {import("esbuild").Metafile["outputs"]} outputs
 * @returns {[name: string, bytes: number][]}
 */
function sizesByOccasion(name, outputs) {
  const main = loadedWith("src/extension/main.ts", outputs);
  const first = { ...main, ...loadedWith("src/extension/start.ts", outputs) };
  return [
    [`${name}, at activation`, bytesOf(main)],
    [`${name}, with the first PRD`, bytesOf(first)],
    [`${name}, with all that is loaded on demand`, bytesOf(outputs)],
  ];
}

/**
 * @param {string} entry a source file that has an output of its own
 * @param {import("esbuild").Metafile["outputs"]} outputs
 * @returns {import("esbuild").Metafile["outputs"]} that output, and all that it cannot be loaded without
 */
function loadedWith(entry, outputs) {
  /** @type {import("esbuild").Metafile["outputs"]} */
  const loaded = {};
  const open = Object.keys(outputs).filter((file) => outputs[file]?.entryPoint === entry);
  if (open.length !== 1) throw new Error(`${entry} has no file of its own.`);
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    const output = outputs[file];
    if (output === undefined || file in loaded) continue;
    loaded[file] = output;
    for (const { path, kind } of output.imports) if (kind === "import-statement") open.push(path);
  }
  return loaded;
}

/** @param {import("esbuild").Metafile["outputs"]} outputs */
function bytesOf(outputs) {
  const files = Object.keys(outputs).filter((file) => !file.endsWith(".map"));
  return files.reduce((sum, file) => sum + (outputs[file]?.bytes ?? 0), 0);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const sizes = await buildAll({ folder: join(root, "dist"), dev: process.argv.includes("--dev") });
    for (const [name, bytes] of Object.entries(sizes))
      console.log(`dist/${name}: ${(bytes / 1024).toFixed(1)} KB`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
