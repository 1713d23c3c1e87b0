import assert from "node:assert/strict";
import { folderWith, removeFolders, seamwork, unpaired } from "./cli.ts";

describe("seamwork readiness --format html", () => {
  after(removeFolders);

  it("writes one page that loads and runs nothing, with every PRD", () => {
    const folder = folderWith({ "prds/a.md": unpaired("X-1"), "prds/b.md": unpaired("X-2") });
    const { code, out } = seamwork(folder, "readiness", "--format", "html", "--today", "2026-08-01");
    assert.equal(code, 0);
    assert.match(out, /^<!doctype html>\n<html lang="en">/);
    assert.match(out, /default-src 'none'/);
    assert.doesNotMatch(out, /<script|<link|src=|url\(/);
    assert.equal(out.split('<article class="overview">').length, 3);
    assert.match(out, /X-2/);
  });
});
