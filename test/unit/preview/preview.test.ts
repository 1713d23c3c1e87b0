import assert from "node:assert/strict";
import markdownIt from "markdown-it";
import type { Env, MarkdownIt } from "markdown-it";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import { signLine } from "../../../src/core/writing/review/sign-line.ts";
import { drawPrd } from "../../../src/extension/preview/draw.ts";
import { drawPrds } from "../../../src/extension/preview/plugin.ts";
import type { DrawnPrd } from "../../../src/extension/preview/plugin.ts";
import { exampleWorkspaceTexts, fixtureTexts } from "../fixtures.ts";
import { cpuOf } from "../cpu.ts";

const today = "2026-08-01";

function drawn(text: string): DrawnPrd {
  return drawPrd(parseDocument(text, defaultConfig), { config: defaultConfig, today });
}

/** As VS Code has it: tags of the document stay tags. */
function plain(): MarkdownIt {
  return markdownIt({ html: true });
}

function preview(text: string): string {
  return drawPrds(plain(), () => drawn(text)).render(text);
}

/** The document's own part of a preview. */
function body(text: string): string {
  return preview(text).slice(drawn(text).head.length);
}

/** What a reader reads, without what was added, and fingerprints as they are written. */
function words(html: string): string {
  return html
    .replace(/ ?<span class="seamwork-state[^>]*><span[^>]*>.<\/span>[^<]*<\/span> ?/gu, "")
    .replace(/<code class="seamwork-print" title="([^"]*)">[^<]*/g, "$1")
    .replace(/<[^>]*>/g, "");
}

const head = '---\nprd: PRD-042\nname: Export\nstatus: in-review\npm: "@lena"\neng: "@mara"\n---\n\n';
const requirement = `# Export

## Requirements

### R1 · Filter by date

The export must hold only rows of the range.

- **Why:** finance closes on months.
- **Edge cases:**
  - **E1** Start after end: swap them.
  - **E2** An empty range
- **Constraints:**
  - **C1** (perf, @mara, 2026-07-20; R1): p95 under 300 ms. Accepted @lena 2026-07-21.
  - **C2** (scale, @mara, 2026-07-30): 2 years at most.
`;
const rest = `
## Assumptions

- **A1** Nobody exports more. Tested @mara 2026-07-21: broke, see C1.
- **A2** It is read on phones.

| A3 | Months are enough | held 2026-07-22 |
| -- | ----------------- | --------------- |

## Questions

- **Q1** (@lena, by 2026-07-31): in which time zone?

## Disagreements

- **D1** tier 1 (trade-off), @lena and @mara, 2026-07-22: queue or refuse? Raised to tier 2, @omar and @ines, 2026-07-25. Resolved 2026-07-27: queue.
- **D2** tier 1, @lena and @mara, 2026-07-29: which format?
`;
const signed = (text: string): string => {
  const document = parseDocument(text, defaultConfig);
  return `${text}\n## Review\n\n- ${signLine(document, document.requirements[0]!, "@mara", "2026-07-24")}\n`;
};

describe("the markdown preview of a PRD", () => {
  it("draws all other documents exactly as without us", () => {
    const untouched = drawPrds(plain(), () => undefined);
    for (const [name, text] of [...fixtureTexts(), ...exampleWorkspaceTexts()])
      assert.equal(untouched.render(text), plain().render(text), name);
  });

  it("asks for each document by what VS Code says of it", () => {
    const asked: unknown[] = [];
    const env: Env = { currentDocument: "a document" };
    drawPrds(plain(), (given) => {
      asked.push(given);
      return undefined;
    }).render("text", env);
    assert.deepEqual(asked, [env]);
  });

  it("makes a badge of an annotation's head, and says how it stands by a word and a sign", () => {
    const html = body(head + requirement + rest);
    const shows = (...parts: string[]): void =>
      assert.ok(html.includes(parts.join("")), `${parts.join("")} is not in\n${html}`);
    const badge = (id: string): string =>
      `<strong><span class="seamwork-badge" id="seamwork-${id}">${id}</span></strong> `;
    const who = (text: string): string =>
      `<span class="seamwork-sign">(</span><span class="seamwork-who">${text}</span><span class="seamwork-sign">):</span> `;
    const stands = (looks: string, sign: string, what: string): string =>
      `<span class="seamwork-state seamwork-${looks}"><span aria-hidden="true">${sign}</span> ${what}</span> `;
    shows(badge("E1"), "Start after end");
    shows(badge("E2"), stands("untested", "○", "what should happen?"), " An empty range");
    shows(badge("C1"), who("perf, @mara, 2026-07-20; R1"), stands("settled", "✓", "settled"), " p95");
    shows(
      badge("C2"),
      who("scale, @mara, 2026-07-30"),
      stands("waiting", "◔", "waits for product for 2 days"),
    );
    shows(badge("A1"), stands("broke", "✗", "broke, see C1"), " Nobody");
    shows(badge("A2"), stands("untested", "○", "untested"), " It is");
    shows(badge("Q1"), who("@lena, by 2026-07-31"), stands("waiting", "◔", "no answer, was due 2026-07-31"));
    shows('<span class="seamwork-who">tier 1 (trade-off), @lena and @mara, 2026-07-22</span>');
    shows(stands("settled", "✓", "resolved"), " queue or refuse?");
    shows(stands("waiting", "◔", "open at tier 1 (the pair) for 3 days"), " which format?");
  });

  it("shows answers as tags", () => {
    const html = body(head + requirement + rest);
    const tags = [...html.matchAll(/<span class="seamwork-answer">(.*?)<\/span>/g)].map(([, text]) => text);
    assert.deepEqual(tags, [
      "Accepted @lena 2026-07-21",
      "Tested @mara 2026-07-21: broke",
      "Raised to tier 2, @omar and @ines, 2026-07-25",
      "Resolved 2026-07-27",
    ]);
  });

  it("knows annotations in the rows of a table", () => {
    const table =
      "## Assumptions\n\n| Id | Text | Test |\n|--|--|--|\n| A3 | Months are enough | held 2026-07-22 |\n";
    assert.match(
      body(head + table),
      /<td><span class="seamwork-badge" id="seamwork-A3">A3<\/span> <span class="seamwork-state seamwork-settled">.*?held/,
    );
  });

  it("shortens fingerprints and says whether a sign-off is fresh, or what changed", () => {
    const fresh = signed(head + requirement);
    assert.match(
      body(fresh),
      /<span class="seamwork-who">R1, @mara, 2026-07-24<\/span> <code class="seamwork-print" title="2:s[0-9a-f]{8} w[^"]*">2:s[0-9a-f]{8}…<\/code> <span class="seamwork-state seamwork-settled">.*?nothing changed since</,
    );
    const stale = fresh.replace("300 ms", "500 ms").replace("on months", "on quarters");
    assert.match(
      body(stale),
      /seamwork-stale"><span aria-hidden="true">△<\/span> changed since: Why, Constraints</,
    );
    const nobody = fresh.replace("Signed off** R1", "Signed off** R9");
    assert.match(body(nobody), /counts for nothing here/);
  });

  it("says above the document what it is, how far and whose", () => {
    const { head: html } = drawn(head + requirement + rest);
    const text = words(html);
    assert.match(text, /^PRD-042 Export/);
    assert.match(
      html,
      /<li class="seamwork-here" aria-current="step"><span aria-hidden="true">●<\/span> In review<\/li>/,
    );
    assert.match(text, /✓ Draft● In review○ Agreed○ Building/);
    assert.match(text, /Product @lena · Engineering @mara/);
    assert.match(text, /Not ready for agreement yet: \d conversations to have first/);
    assert.match(text, /\d+ of \d+ checks pass/);
    assert.match(html, /<li><a href="#seamwork-C2">C2<\/a><bdi> waits for product/);
  });

  it("leaves every word where it stands", () => {
    for (const [name, text] of [
      ...fixtureTexts(),
      ...exampleWorkspaceTexts(),
      ["signed", signed(head + requirement + rest)] as const,
    ]) {
      for (const source of [text, text.replaceAll("\n", "\r\n")])
        assert.equal(words(body(source)), words(plain().render(source)), name);
    }
  });

  it("changes no token: VS Code draws them again later", () => {
    const text = signed(head + requirement + rest);
    const md = plain();
    const tokens = md.parse(text, {});
    const before = JSON.stringify(tokens);
    const decorated = drawn(text).decorate(tokens);
    assert.notEqual(JSON.stringify(decorated), before);
    assert.equal(JSON.stringify(tokens), before);
    assert.deepEqual(drawn(text).decorate(tokens), decorated);
  });

  it("keeps what somebody wrote as text", () => {
    const evil = `<script>alert(1)</script>"><img src=x onerror=alert(1)>' onload='x`;
    const text = `---
prd: 'PRD-1${evil.replaceAll("'", "''")}'
name: '${evil.replaceAll("'", "''")} \u202Eابجد'
status: in-review
pm: '@lena"><script>'
eng: '${evil.replaceAll("'", "''")}'
---

- **R1** ${evil}
  - **Constraints:**
    - **C1** (perf${evil}, @mara"onload=x, 2026-07-20): ${evil}. Accepted @lena 2026-07-21.
    - **C2** (ops, @mara, 2026-07-20): ${"x".repeat(100_000)} ${evil}

## Questions

- **Q1** (@lena, by 2026-07-31): ${evil}\u202E?

## Review

- **Signed off** R1, @mara, 2026-07-24 \`s1a2b3c4d "><script>\`
`;
    const allowed =
      /^<\/?(?:section|p|strong|bdi|ol|ul|li|span|details|summary|a|em)(?: [a-z-]+="[^"<>]*")*>$/;
    const { head: html } = drawn(text);
    for (const [tag] of html.matchAll(/<[^>]*>/g)) assert.match(tag, allowed);
    assert.equal(html.match(/onerror=/g)?.length, html.match(/&#60;img src=x onerror=/g)?.length);
    // Without the document's own tags none is left but those of markdown and ours.
    const strict = markdownIt({ html: false });
    const shown = drawPrds(strict, () => drawn(text))
      .render(text)
      .slice(html.length);
    for (const [tag] of shown.matchAll(/<[^>]*>/g))
      assert.match(tag, /^<\/?(?:h\d|hr|p|ul|li|strong|code|span|em)(?: [a-z-]+="[^"<>]*")*>$/);
  });

  it("draws a thousand conversations at once, and lists the first of them", () => {
    const many = Array.from(
      { length: 1000 },
      (_, index) => `- **C${index + 1}** (ops, @mara, 2026-07-20; R1): limit ${index + 1}.`,
    );
    const text = `${head + requirement.split("- **Constraints")[0]}\n## Constraints\n\n${many.join("\n")}\n`;
    let html = "";
    const spent = cpuOf(() => (html = preview(text)));
    assert.ok(spent < 5000, `${spent} ms of CPU`);
    assert.equal(html.match(/seamwork-badge/g)?.length, 1002);
    assert.match(html, /<li>and 9\d\d more<\/li>/);
  });
});
