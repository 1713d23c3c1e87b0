import assert from "node:assert/strict";
import fc from "fast-check";
import * as Y from "yjs";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import { idKey } from "../../../src/core/recognise/ids.ts";
import { signOffEdits } from "../../../src/core/writing/review/review-edits.ts";
import { rounds } from "../../long.ts";
import { coverageOf, isFresh } from "../../../src/core/review/signatures.ts";

const engineers = ["@mara", "@jo", "@ravi"] as const;
const ids = ["R1", "R2", "R3", "R4", "R5", "R6"];
const header = "---\nprd: PRD-1\nstatus: in-review\n---\n\n# Filter\n\n## Requirements\n";
const requirements = ids
  .map((id) => `\n### ${id} · Something\n\n- **Why:** it is needed, says ${id}.\n`)
  .join("");
const questions = "\n## Questions\n\n- **Q1** (@lena, by 2099-01-01): do weekends count?\n";

/** What one of them does: signs some requirements in one go, and is in touch with the others before or not. */
const act = fc.record({
  who: fc.nat(engineers.length - 1),
  signs: fc.subarray(ids, { minLength: 1 }),
  meets: fc.boolean(),
});

function exchange(docs: readonly Y.Doc[]): void {
  for (const from of docs) {
    const update = Y.encodeStateAsUpdate(from);
    for (const to of docs) Y.applyUpdate(to, update);
  }
}

/** Signs in a document's shared text, as the editor's binding hands the edits on. */
function sign(doc: Y.Doc, who: string, some: readonly string[], day: string): void {
  const text = doc.getText("text");
  const model = parseDocument(text.toJSON(), defaultConfig);
  const wanted = model.requirements.filter(({ id }) => some.includes(id));
  const edits = signOffEdits(model, wanted, who, day).sort((a, b) => b.start - a.start);
  doc.transact(() => {
    for (const { start, end, newText } of edits) {
      text.delete(start, end - start);
      text.insert(start, newText);
    }
  });
}

describe("engineers who sign in one session at once", () => {
  for (const review of [
    "",
    "\n## Review\n",
    "\n## Review\n\n- **Signed off** R1, @mara, 2026-07-01 `s00000000`\n",
  ])
    it(`never lose a line, whoever signs what when (${review.includes("Signed") ? "signed before" : review === "" ? "no section yet" : "an empty section"})`, () => {
      fc.assert(
        fc.property(fc.array(act, { minLength: 2, maxLength: 8 }), (acts) => {
          const first = new Y.Doc();
          first.clientID = 1;
          first.getText("text").insert(0, header + requirements + questions + review);
          const docs = [first, ...[2, 3].map((clientID) => Object.assign(new Y.Doc(), { clientID }))];
          exchange(docs);
          const signed = new Set<string>();
          for (const [index, { who, signs, meets }] of acts.entries()) {
            if (meets) exchange(docs);
            const name = engineers[who] as string;
            sign(docs[who] as Y.Doc, name, signs, `2026-08-${String(index + 10)}`);
            for (const id of signs) signed.add(`${id} ${name}`);
          }
          exchange(docs);
          const texts = docs.map((doc) => doc.getText("text").toJSON());
          assert.equal(texts[1], texts[0]);
          assert.equal(texts[2], texts[0]);
          const text = texts[0] as string;
          const model = parseDocument(text, defaultConfig);
          const found = coverageOf(model, defaultConfig).flatMap(({ requirement, signatures }) =>
            signatures.filter(isFresh).map(({ who }) => `${requirement.id} ${who}`),
          );
          assert.deepEqual(found.sort(), [...signed].sort(), text);
          // One line for each; nothing else was touched.
          const lines = model.signOffs.map((one) => `${idKey(one.requirement ?? "")} ${one.who ?? ""}`);
          const expected = new Set([...signed, ...(review.includes("Signed") ? ["R1 @mara"] : [])]);
          assert.deepEqual(lines.sort(), [...expected].sort(), text);
          assert.ok(text.startsWith(header + requirements + questions));
        }),
        { numRuns: rounds(25, 200) },
      );
    });
});
