import assert from "node:assert/strict";
import { parseConfig } from "../../../src/core/config/parse-config.ts";
import type { Config } from "../../../src/core/config/config.ts";
import { defaultConfig } from "../../../src/core/config/config.ts";
import type { PrdDocument, Requirement, SignOff } from "../../../src/core/document/model.ts";
import { carryEdit, moveAnywayEdits, signOffEdit } from "../../../src/core/writing/review/review-edits.ts";
import { fingerprintOf, writeFingerprint } from "../../../src/core/review/fingerprint.ts";
import { coverageOf } from "../../../src/core/review/signatures.ts";
import { applyEdits } from "../../../src/core/text/range.ts";
import type { TextEdit } from "../../../src/core/text/range.ts";
import { parsed } from "./unchanged.ts";

const text = `---
prd: PRD-042
schema: prd/1
name: Filter
status: in-review
pm: "@lena"
eng: "@mara"
---

# Filter

## Requirements

### R1 · Filter by date

An analyst can pick a start.

- **Why:** finance closes on calendar months.

### R2 · Show the zone

The page must show the time zone.
`;

function after(document: PrdDocument, ...edits: TextEdit[]): PrdDocument {
  return parsed(applyEdits(document.text, edits));
}

function requirement({ requirements }: PrdDocument, id: string): Requirement {
  return requirements.find((one) => one.id === id) as Requirement;
}

/** \`R1 eng fresh\` for each requirement and role. */
function states(document: PrdDocument, config: Config = defaultConfig): string[] {
  return coverageOf(document, config).flatMap(({ requirement: { id }, roles }) =>
    roles.map(({ role, state }) => `${id} ${role} ${state}`),
  );
}

function sign(document: PrdDocument, id: string, who = "@mara", today = "2026-07-24"): PrdDocument {
  return after(document, signOffEdit(document, requirement(document, id), who, today));
}

describe("what a reviewer does", () => {
  it("signs off: the line goes to Review, which is made where there is none", () => {
    const document = sign(parsed(text), "R1");
    const print = writeFingerprint(fingerprintOf(document, requirement(document, "R1")));
    assert.ok(
      document.text.endsWith(`## Review\n\n- **Signed off** R1, @mara, 2026-07-24 \`${print}\`\n`),
      document.text,
    );
    assert.deepEqual(states(document), ["R1 eng fresh", "R2 eng missing"]);
    const both = sign(document, "R2", "mara", "2026-07-25");
    assert.deepEqual(
      both.signOffs.map(({ requirement: id, who, date }) => [id, who, date]),
      [
        ["R1", "@mara", "2026-07-24"],
        ["R2", "@mara", "2026-07-25"],
      ],
    );
    assert.deepEqual(states(both), ["R1 eng fresh", "R2 eng fresh"]);
  });

  it("sees what changed since, facet by facet, and signs again in the same line", () => {
    const signed = sign(sign(parsed(text), "R1"), "R2");
    const edited = parsed(signed.text.replace("calendar months", "calendar quarters"));
    assert.deepEqual(states(edited), ["R1 eng stale", "R2 eng fresh"]);
    assert.deepEqual(coverageOf(edited, defaultConfig)[0]?.signatures[0]?.changed, ["w"]);
    const again = sign(edited, "R1", "@Mara", "2026-08-02");
    assert.deepEqual(states(again), ["R1 eng fresh", "R2 eng fresh"]);
    assert.equal(again.signOffs.length, 2);
    assert.equal(again.text.split("\n").length, edited.text.split("\n").length);
  });

  it("carries a sign-off over wording: the day of signing stays", () => {
    const signed = sign(parsed(text), "R1");
    const edited = parsed(signed.text.replace("calendar months", "whole months"));
    const carried = after(
      edited,
      carryEdit(edited, requirement(edited, "R1"), edited.signOffs[0] as SignOff, "2026-08-03"),
    );
    assert.match(carried.text, /\*\*Signed off\*\* R1, @mara, 2026-07-24 carried 2026-08-03 `2:s[^`]+`\n$/);
    assert.deepEqual(states(carried), ["R1 eng fresh", "R2 eng missing"]);
    const [{ date, carried: on } = {}] = carried.signOffs;
    assert.deepEqual([date, on], ["2026-07-24", "2026-08-03"]);
    const twice = after(
      carried,
      carryEdit(carried, requirement(carried, "R1"), carried.signOffs[0] as SignOff, "2026-08-04"),
    );
    assert.match(twice.text, /2026-07-24 carried 2026-08-04 `/);
  });

  it("keeps what stands behind the fingerprint, the marks of the list and the line ends", () => {
    const before =
      `${text}\n## Review\n\n  * [ ] **Signed off** R1, @mara, 2026-07-01 \`s00000000\` with a note\n`.replaceAll(
        "\n",
        "\r\n",
      );
    const again = sign(parsed(before), "R1");
    assert.match(
      again.text,
      /\r\n {2}\* \[ \] \*\*Signed off\*\* R1, @mara, 2026-07-24 `2:s[^`]+` with a note\r\n$/,
    );
    assert.ok(!/(?<!\r)\n/.test(sign(again, "R2").text));
    const bare = parsed(`${text}\n## Review\n\n- **Signed off** R1, @mara\n`);
    assert.match(sign(bare, "R1").text, /- \*\*Signed off\*\* R1, @mara, 2026-07-24 `2:s[^`]+`\n$/);
  });

  it("moves on with a reason, which stands in Review", () => {
    const document = parsed(text);
    const moved = after(
      document,
      ...moveAnywayEdits(document, "agreed", "@lena", "2026-07-30", "R2 waits for legal"),
    );
    assert.equal(moved.header.field("status")?.values[0]?.text, "agreed");
    assert.deepEqual(
      moved.overrides.map(({ to, who, date, reason }) => [to, who, date, reason]),
      [["agreed", "@lena", "2026-07-30", "R2 waits for legal."]],
    );
  });
});

describe("who has signed", () => {
  const team = (reviews: string): Config =>
    parseConfig(
      `version: 1
people:
  "@lena": { name: Lena, role: pm }
  "@mara": { name: Mara, role: eng }
  "@jo": { name: Jo, role: eng }
  "@sofia": { name: Sofia, role: security }
reviews: ${reviews}
`,
      "seamwork.yaml",
    ).config;

  it("counts a role that the kind of a constraint asks for, wherever the constraint stands", () => {
    const config = team("{ required: [eng], when: { security: [security] } }");
    const limited = parsed(
      `${text}\n## Constraints\n\n- **C1** (security, @sofia, 2026-07-20; R2): links expire.\n`,
    );
    assert.deepEqual(states(limited, config), ["R1 eng missing", "R2 eng missing", "R2 security missing"]);
    assert.deepEqual(coverageOf(limited, config)[1]?.roles[1]?.because, ["C1"]);
    const signed = sign(sign(limited, "R2"), "R2", "@sofia");
    assert.deepEqual(states(signed, config), ["R1 eng missing", "R2 eng fresh", "R2 security fresh"]);
    const edited = parsed(signed.text.replace("links expire", "links last a day"));
    assert.deepEqual(states(edited, config), ["R1 eng missing", "R2 eng stale", "R2 security stale"]);
  });

  it("takes any person of the role, and nobody else", () => {
    const config = team("{ required: [eng] }");
    const states1 = (who: string): string | undefined => states(sign(parsed(text), "R1", who), config)[0];
    assert.deepEqual(
      [states1("@jo"), states1("@lena"), states1("@zoe"), states1("@sofia")],
      ["R1 eng fresh", "R1 eng missing", "R1 eng missing", "R1 eng missing"],
    );
    // Without team data, whoever is not the PM is taken for an engineer.
    assert.equal(states(sign(parsed(text), "R1", "@zoe"))[0], "R1 eng fresh");
    assert.equal(states(sign(parsed(text), "R1", "@lena"))[0], "R1 eng missing");
  });

  it("does not take a line for a sign-off that does not say what it covered", () => {
    const bare = parsed(
      `${text}\n## Review\n\n- **Signed off** R1, @mara, 2026-07-01\n- **Signed off** R2, @mara, 2026-07-01 \`lgtm\`\n`,
    );
    assert.deepEqual(states(bare), ["R1 eng stale", "R2 eng stale"]);
    assert.equal(coverageOf(bare, defaultConfig)[0]?.signatures[0]?.changed, undefined);
  });
});
