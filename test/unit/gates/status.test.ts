import assert from "node:assert/strict";
import { checkDocument, effectiveStatus } from "../../../src/core/check/check.ts";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseConfig } from "../../../src/core/config/parse-config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import { fixAll } from "../../../src/core/fix/fix-all.ts";
import { foldStatus, statuses, statusOf } from "../../../src/core/format/status.ts";
import { likelyWords, statusWords } from "../../../src/core/format/status-words.ts";
import { statusEdits } from "../../../src/core/writing/review/review-edits.ts";
import { applyEdits } from "../../../src/core/text/range.ts";

const options = { config: defaultConfig, today: "2026-08-01" };

const unsigned = "\n## Requirements\n\n- **R1** Two columns.\n";
/** With a sign-off that does not cover what is there. */
const signed = `${unsigned}\n## Review\n\n- **Signed off** R1, @bo, 2026-07-02 \`s00000000\`\n`;

function prd(status: string, body = signed, end = "---\n"): string {
  return `---\nprd: PRD-1\nschema: prd/1\n${status}\npm: "@ada"\neng: "@bo"\n${end}${body}`;
}

function said(text: string, previous?: string): string[] {
  const document = parseDocument(text, defaultConfig);
  const before = previous === undefined ? undefined : { text: previous };
  return checkDocument(document, { ...options, previous: before }).flatMap(({ code, severity }) =>
    /PRD(?:001|003|302)/.test(code) ? [`${code} ${severity}`] : [],
  );
}

describe("a status is read as what it means", () => {
  it("in other case, in quotes, with other white space and in other words", () => {
    const agreed = [
      ...["Agreed", " AGREED ", '"agreed"', "“agreed”", "✅ agreed", "agreed.", "Approved", "signed-off"],
      ...["Signed_Off", "genehmigt", "approuvé", "合意済み", "합의됨", "\u200bagreed"],
    ];
    for (const text of agreed) assert.equal(statusOf(text), "agreed", text);
    assert.equal(statusOf("In Review"), "in-review");
    assert.equal(statusOf("In Prüfung"), "in-review");
  });

  it("and not as what it may mean", () => {
    const unclear = [
      "completed",
      "done",
      "final",
      "in progress",
      "not agreed",
      "agreed by nobody",
      "a",
      "",
      "\u0430greed",
    ];
    for (const text of [...unclear, ...likelyWords.keys()]) assert.equal(statusOf(text), undefined, text);
  });

  it("each word means one", () => {
    const all = statuses.flatMap((status) => [status, ...statusWords[status]].map(foldStatus));
    assert.deepEqual(
      all.filter((word, index) => all.indexOf(word) !== index),
      [],
    );
  });
});

describe("a header that would disarm the rest", () => {
  it("has a stale sign-off as an error, as the control has", () => {
    assert.deepEqual(said(prd("status: agreed")), ["PRD302 error"]);
    for (const status of ["Agreed", "approved", "[agreed]", "\n  - agreed", '"agreed "'])
      assert.ok(said(prd(`status: ${status}`)).includes("PRD302 error"), status);
    assert.deepEqual(said(prd("status: agreed", signed, "")), ["PRD003 warning", "PRD302 error"], "unclosed");
  });

  it("is an error itself where it cannot be read, and what is signed is checked as if it were agreed", () => {
    const lines = [
      ...["status: aggreed", "status: completed", "status: [agreed, draft]", "status: {a: b}", "status:"],
      ...["status: draft\nstatus: agreed", "owner: x", "stauts: agreed"],
    ];
    for (const line of lines) {
      const errors = said(prd(line)).filter((one) => one !== "PRD003 warning");
      assert.deepEqual([...new Set(errors)], ["PRD003 error", "PRD302 error"], line);
    }
    const moved = "\n## Review\n\n- **Moved to agreed** @ada 2026-07-01: the season begins.\n";
    assert.equal(effectiveStatus(parseDocument(prd("status: agred", moved), defaultConfig)), "agreed");
  });

  it("is a draft while it is typed, or where another tool wrote it", () => {
    for (const status of ["status: dra", "status: Completed", "status: aggreed"]) {
      const text = prd(status, unsigned);
      assert.equal(effectiveStatus(parseDocument(text, defaultConfig)), "draft");
      assert.deepEqual(said(text), ["PRD003 error"], status);
    }
    assert.deepEqual(said(prd("owner: x", "")), ["PRD003 information"]);
  });

  it("is checked by what it was, where that is known", () => {
    const now = parseDocument(prd("status: aggreed", unsigned), defaultConfig);
    const as = (text: string): string => effectiveStatus(now, undefined, { text });
    assert.equal(as(prd("status: agreed", unsigned)), "agreed");
    assert.equal(as(prd("status: draft", unsigned)), "draft");
    assert.equal(as(prd("status: draft")), "agreed", "it had a sign-off");
  });

  it("that is gone is an error above what somebody signed", () => {
    assert.deepEqual(said(`# Title\n${signed}`), ["PRD001 error"]);
    assert.deepEqual(said("# Title\n"), ["PRD001 information"]);
    assert.deepEqual(said("# Title\n", prd("status: agreed", "")), ["PRD001 error"]);
  });

  it("cannot be switched off or silenced where it cannot be read", () => {
    const { config } = parseConfig('version: 1\nrules: { PRD003: "off" }\n', "seamwork.yaml");
    const severities = (status: string): string[] =>
      checkDocument(parseDocument(prd(status), config), { ...options, config }).flatMap(
        ({ code, severity }) => (code === "PRD003" ? [severity] : []),
      );
    assert.deepEqual(severities("status: aggreed"), ["error"]);
    assert.deepEqual(severities("status: Agreed"), []);
  });

  it("is mended by a fix, which does not choose for anybody", () => {
    assert.match(fixAll(prd("status: Genehmigt"), options).text, /^status: agreed$/m);
    assert.match(fixAll(prd("status:\n  - agreed"), options).text, /^status: agreed$/m);
    assert.match(fixAll(prd("status: agreed", signed, ""), options).text, /^eng: "@bo"\n---\n\n## Req/m);
    for (const status of ["status: drafft", "status: completed"])
      assert.equal(fixAll(prd(status), options).text, prd(status));
    const list = parseDocument(prd("status: [draft]"), defaultConfig);
    assert.match(applyEdits(list.text, statusEdits(list, "in-review")), /^status: in-review$/m);
  });
});
