import assert from "node:assert/strict";
import { agendaMarkdown } from "../../../src/core/agenda/markdown.ts";
import type { Agenda } from "../../../src/core/agenda/model.ts";
import { agendaIn, cycle, prd } from "./workspace.ts";

const today = "2026-08-14";
const files = {
  "docs/prds/a (1).md": prd(
    "PRD-1",
    "building",
    "## Questions\n\n- **Q1** (@mara, by 2026-08-04): how <b>many</b> [rows](x)?",
  ),
  "docs/cycles/q3.md": cycle(
    "## Cadence\n\n- 2026-08-13 weekly @lena @mara\n\n## Disagreements\n\n- **D1** tier 1, @lena and @mara, 2026-08-14: who?",
  ),
};
const agenda = agendaIn({ kind: "weekly", pair: ["@lena", "@mara"] }, files, { today, before: files });

describe("an agenda as markdown", () => {
  it("has a title, what the meeting is, and a line for each item", () => {
    const text = agendaMarkdown(agenda, "places");
    const lines = text.split("\n");
    assert.equal(lines[0], "# Weekly of `@lena` and `@mara`, 2026-08-14");
    assert.equal(lines[2], "20 minutes. The last one was on 2026-08-13, 1 day ago.");
    const asked =
      "- **PRD-1** Q1 has no answer: how \\<b\\>many\\</b\\> rows? `@mara`, due 2026-08-04, 10 days ago. `docs/prds/a (1).md:14`";
    assert.ok(lines.includes(asked), text);
    assert.ok(
      lines.some((line) => line.startsWith("- **New, 2026-Q3** D1 is open at tier 1 (the pair): who?")),
      text,
    );
    assert.ok(lines.every((line) => line === line.trimEnd()));
    assert.ok(text.endsWith("`\n"));
  });

  it("links from where it will lie", () => {
    const from = (folder: string): string => agendaMarkdown(agenda, { from: folder });
    assert.match(from("docs/agendas"), /\]\(\.\.\/prds\/a%20%281%29\.md#L14\)/);
    assert.match(from("docs/agendas"), /\]\(\.\.\/cycles\/q3\.md#L\d+\)/);
    assert.match(from(""), /\]\(docs\/prds\/a%20%281%29\.md#L14\)/);
    assert.match(from("docs/prds"), /\]\(a%20%281%29\.md#L14\)/);
  });

  it("says how many are left out, and where", () => {
    const leftOut = {
      items: 3,
      conversations: 5,
      documents: [
        { path: "a.md", document: "PRD-1", items: 2 },
        { path: "b.md", document: "PRD-2", items: 1 },
      ],
    };
    const text = agendaMarkdown({ ...agenda, leftOut }, "places");
    assert.match(text, /^Left out: 3 items with 5 open conversations \(PRD-1 2, PRD-2 1\)\.$/m);
    const documents = Array.from({ length: 8 }, (_, index) => {
      const id = `PRD-${index}`;
      return { path: `${id}.md`, document: id, items: 8 - index };
    });
    const many = agendaMarkdown({ ...agenda, leftOut: { items: 36, conversations: 0, documents } }, "places");
    assert.match(many, /^Left out: 36 items \(PRD-0 8, .*PRD-5 3, 2 other documents 3\)\.$/m);
  });

  it("keeps a place on its line, whatever the file is called", () => {
    const odd = { "prds/a\n- **b** `c`.md": files["docs/prds/a (1).md"] };
    const text = agendaMarkdown(
      agendaIn({ kind: "weekly", pair: ["@lena", "@mara"] }, odd, { today }),
      "places",
    );
    assert.match(text, /`prds\/a - \*\*b\*\* c\.md:14`$/m);
    assert.doesNotMatch(text, /^- \*\*b/m);
  });

  it("asks when nothing is open", () => {
    const empty: Agenda = { ...agenda, sections: [], since: undefined };
    const text = agendaMarkdown(empty, "places");
    assert.match(text, /None has been logged yet\./);
    assert.match(text, /^Nothing is open\. Is there anything that nobody has written down yet\?$/m);
  });
});
