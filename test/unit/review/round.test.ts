import assert from "node:assert/strict";
import { parseConfig } from "../../../src/core/config/parse-config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import type { PrdDocument } from "../../../src/core/document/model.ts";
import {
  answersToAskedReviews,
  isAskedToReview,
  reviewQuestion,
} from "../../../src/core/writing/review/review-question.ts";
import { nothingLimitsEdit, signOffEdits } from "../../../src/core/writing/review/review-edits.ts";
import {
  followRound,
  newRound,
  reviewFor,
  roundAt,
  roundWith,
  saidIn,
  saysLimits,
  signable,
} from "../../../src/core/review/round.ts";
import { canReview, coverageOf } from "../../../src/core/review/signatures.ts";
import { signedTextFinder } from "../../../src/core/review/signed-text.ts";
import { partList, standings } from "../../../src/core/review/standings.ts";
import { applyEdits } from "../../../src/core/text/range.ts";

const { config } = parseConfig(
  `version: 1
people:
  "@lena": { name: Lena, role: pm }
  "@mara": { name: Mara, role: eng }
  "@jo": { name: Jo, role: eng }
  "@sofia": { name: Sofia, role: security }
  "@uma": { name: Uma, role: design }
reviews: { required: [eng], when: { security: [security] } }
`,
  "seamwork.yaml",
);

const text = `---
prd: PRD-042
status: in-review
pm: "@lena"
eng: "@mara"
---

# Filter

## Requirements

### R1 · Filter by date

An analyst can pick a start.

- **Why:** finance closes on calendar months.
- **Edge cases:** None, because there is one calendar.
- **Accept:**
  - [ ] May has 31 days.

### R2 · Open by a link

A link opens the export.

- **Edge cases:**
  - **E1** It is old: it says so.
  - **E2** It is somebody else's: it says nothing.

### R3 · Show the zone

The page must show the time zone.

## Constraints

- **C1** (security, @sofia, 2026-07-20; R2): links expire after 24 hours.
`;

const read = (source: string): PrdDocument => parseDocument(source, config);

function signed(
  document: PrdDocument,
  who: string,
  ids: readonly string[],
  today = "2026-07-24",
): PrdDocument {
  const some = document.requirements.filter(({ id }) => ids.includes(id));
  return read(applyEdits(document.text, signOffEdits(document, some, who, today)));
}

const wanted = (document: PrdDocument, who: string): string[] =>
  reviewFor(document, config, who)
    .filter((one) => one.wanted)
    .map(({ requirement }) => requirement.id);

describe("a reviewer's round", () => {
  it("begins with what nobody of one's role has signed, or what changed since", () => {
    const document = read(text);
    assert.deepEqual(wanted(document, "@mara"), ["R1", "R2", "R3"]);
    assert.deepEqual(wanted(document, "@sofia"), ["R2"]);
    // Nobody asks for a designer's review: for them counts what they have signed themselves.
    assert.deepEqual(wanted(document, "@uma"), ["R1", "R2", "R3"]);
    const some = signed(signed(document, "@jo", ["R1"]), "@mara", ["R2"]);
    assert.deepEqual(wanted(some, "@mara"), ["R3"]);
    assert.deepEqual(wanted(signed(some, "@uma", ["R3"]), "@uma"), ["R1", "R2"]);
    const edited = read(some.text.replace("calendar months", "quarters").replace("24 hours", "2 hours"));
    assert.deepEqual(wanted(edited, "@mara"), ["R1", "R2", "R3"]);
    // A colleague has looked at it since, so it wants no second look.
    assert.deepEqual(wanted(signed(edited, "@jo", ["R2"]), "@mara"), ["R1", "R3"]);
    assert.deepEqual(
      signable(reviewFor(edited, config, "@mara")).map(({ requirement }) => requirement.id),
      ["R1", "R2", "R3"],
    );
  });

  it("keeps its place while requirements come and go", () => {
    const items = (source: string): ReturnType<typeof reviewFor> => reviewFor(read(source), config, "@mara");
    let round = newRound(items(text));
    assert.deepEqual(round, { ids: ["R1", "R2", "R3"], at: 0 });
    round = roundAt(round, "R3");
    assert.equal(round.at, 2);
    const without = text.replace(/### R2[^]*?(?=### R3)/, "### R4 · Print\n\n");
    round = followRound(round, items(without));
    assert.deepEqual(round, { ids: ["R1", "R3", "R4"], at: 1 });
    // What was there before the walk, and is signed, is met only when it is named or asked for.
    const done = signed(read(text), "@mara", ["R1"]);
    round = newRound(reviewFor(done, config, "@mara"));
    assert.deepEqual(round.ids, ["R2", "R3"]);
    assert.deepEqual(roundAt(round, "R1"), { ids: ["R1", "R2", "R3"], at: 0 });
    assert.deepEqual(roundWith({ ids: ["R2", "R3"], at: 2 }, ["R2", "R1"]), {
      ids: ["R3", "R2", "R1"],
      at: 1,
    });
  });

  it("says what a requirement has", () => {
    const document = read(text);
    const [one, two, three] = document.requirements.map((requirement) => saidIn(document, requirement));
    assert.equal(one, "a why, edge cases answered, no constraints, a check");
    assert.equal(two, "no why, 2 edge cases, 1 constraint, no check");
    assert.equal(three, "no why, no edge cases, no constraints, no check");
    assert.deepEqual(
      document.requirements.map((requirement) => saysLimits(document, requirement)),
      [false, true, false],
    );
    const [first] = document.requirements;
    assert.ok(first !== undefined);
    const edit = nothingLimitsEdit(document, first, "mara", "2026-07-24");
    assert.ok(edit !== undefined && edit.snippet !== true);
    const after = read(applyEdits(text, [edit]));
    assert.match(after.text, /- \*\*Constraints:\*\* None seen, @mara 2026-07-24\n- \*\*Accept/);
    assert.ok(saysLimits(after, after.requirements[0] ?? first));
  });

  it("signs several at once, below each other, and replaces what one has signed before", () => {
    const document = signed(read(text), "@mara", ["R2"], "2026-07-01");
    const all = signed(document, "@mara", ["R1", "R2", "R3"]);
    assert.deepEqual(
      all.signOffs.map(({ requirement, date }) => `${requirement ?? ""} ${date ?? ""}`),
      ["R2 2026-07-24", "R1 2026-07-24", "R3 2026-07-24"],
    );
    assert.match(all.text, /\n## Review\n\n- \*\*Sig.*\n- \*\*Sig.*\n- \*\*Sig.*\n$/);
    const starred = read(`${text}\n## Review\n\n  * Looked at it together\n`.replaceAll("\n", "\r\n"));
    assert.match(
      signed(starred, "@mara", ["R1", "R3"]).text,
      /together\r\n {2}\* \*\*Signed off\*\* R1.*\r\n {2}\* \*\*Signed off\*\* R3.*\r\n$/,
    );
  });

  it("is not for who asked for it, unless product signs in the team", () => {
    const document = read(text);
    assert.deepEqual(
      ["@mara", "@lena", "@sofia", "@uma", "@zoe"].map((who) => canReview(document, config, who)),
      [true, false, true, true, true],
    );
    const product = { ...config, reviews: { ...config.reviews, required: ["eng", "pm"] } };
    assert.equal(canReview(document, product, "@lena"), true);
  });
});

describe("the words above a requirement", () => {
  const words = (document: PrdDocument, today: string, due = true): string[] =>
    coverageOf(document, config).map((coverage) =>
      standings(coverage, today, due)
        .map((one) => one.words)
        .join(" | "),
    );

  it("say who signed and when, what changed since, and who has not", () => {
    const document = signed(signed(read(text), "@mara", ["R1", "R2"]), "@jo", ["R1"], "2026-07-26");
    assert.deepEqual(words(document, "2026-07-27"), [
      "Signed by @mara, 3 days ago | Signed by @jo, 1 day ago",
      "Signed by @mara, 3 days ago | Nobody from security has reviewed this yet",
      "Nobody has reviewed this yet",
    ]);
    const edited = read(
      document.text.replace("calendar months", "quarters").replace("24 hours", "2 hours").replace("31", "30"),
    );
    assert.deepEqual(words(edited, "2026-07-27", false), [
      "Why and acceptance changed since @mara signed 3 days ago | Why and acceptance changed since @jo signed 1 day ago",
      "Constraints changed since @mara signed 3 days ago",
      "",
    ]);
    // Jo has looked at it since: nobody has to look again.
    assert.equal(words(signed(edited, "@jo", ["R1"], "2026-07-27"), "2026-07-27")[0], "Signed by @jo, today");
    const bare = read(`${text}\n## Review\n\n- **Signed off** R3, @mara\n`);
    assert.equal(words(bare, "2026-07-27")[2], "@mara's sign-off does not say what it covered");
    assert.equal(partList(["s", "e", "c"]), "Statement, edge cases and constraints");
  });
});

describe("the text that was signed", () => {
  it("is told by its fingerprint, whatever else differs", () => {
    const document = signed(read(text), "@mara", ["R1"]);
    const [signOff] = document.signOffs;
    assert.ok(signOff !== undefined);
    const isIt = signedTextFinder(signOff, config);
    assert.ok(isIt !== undefined);
    assert.equal(isIt(text.replace("calendar months", "quarters")), undefined);
    assert.equal(isIt(text.replace("### R1", "### R9")), undefined);
    assert.equal(isIt(""), undefined);
    const other = text.replace("time zone", "zone").replaceAll("\n", "\r\n").replace("### R1", "#### R-1");
    const found = isIt(other);
    assert.equal(found?.requirement.id, "R-1");
    assert.equal(found.document.text, other);
    assert.equal(signedTextFinder({ ...signOff, fingerprint: "lgtm" }, config), undefined);
    assert.equal(signedTextFinder({ ...signOff, requirement: undefined }, config), undefined);
  });
});

describe("a review that was asked for", () => {
  const asks = (...ids: string[]): string =>
    `${text}\n## Questions\n\n- **Q1** (@mara, by 2099-01-01): ${reviewQuestion(ids)}\n- **Q2** (@mara, by 2099-01-01): do weekends count?\n`;
  const answered = (document: PrdDocument, signedIds: readonly string[], who = "@mara"): string =>
    applyEdits(document.text, answersToAskedReviews(document, signedIds, who, "2026-08-02"));

  it("is answered when it is given, all of it, by whom it was asked of", () => {
    const document = read(asks("R1", "R2", "R3"));
    assert.ok(isAskedToReview(document, ["R1", "R2", "R3"]));
    assert.ok(!isAskedToReview(document, ["R1"]));
    assert.equal(answered(document, ["R1", "R2"]), document.text);
    assert.equal(answered(document, ["R1", "R2", "R3"], "@jo"), document.text);
    const after = answered(document, ["R3", "R-1", "R2"]);
    assert.match(
      after,
      /could you review R1–R3\? Answered @mara 2026-08-02: signed off\.\n- \*\*Q2.*count\?\n$/,
    );
    assert.ok(!isAskedToReview(read(after), ["R1", "R2", "R3"]));
    assert.equal(answered(read(after), ["R1", "R2", "R3"]), after);
  });

  it("names some and others where it is of many", () => {
    const document = read(asks("R1", "R3", "R5", "R7", "R9", "R11"));
    assert.match(document.text, /review R1, R3, R5, R7 and others\?/);
    assert.equal(answered(document, ["R1", "R3"]), document.text);
    assert.notEqual(answered(document, ["R1", "R2", "R3"]), document.text);
  });
});
