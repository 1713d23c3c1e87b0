import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

interface Package {
  version?: string;
  resolved?: string;
  optionalDependencies?: Record<string, string>;
}

describe("the lock file", () => {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
    packages: Record<string, Package>;
  };
  const entries = Object.entries(packages).filter(([path]) => path !== "");

  it("names no registry, so that everybody installs from their own", () => {
    assert.deepEqual(
      entries.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path),
      [],
    );
  });

  // Some registries carry only their users' platforms; npm then leaves entries out, and `npm ci` fails everywhere.
  it("knows the packages of every platform", () => {
    const named = entries.flatMap(([, { optionalDependencies }]) => Object.keys(optionalDependencies ?? {}));
    assert.ok(named.length > 0);
    assert.deepEqual(
      named.filter((name) => packages[`node_modules/${name}`]?.version === undefined),
      [],
    );
  });
});
