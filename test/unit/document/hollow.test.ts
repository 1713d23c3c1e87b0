import assert from "node:assert/strict";
import { isHollowCheck, isHollowOutcome, isHollowWhy } from "../../../src/core/document/hollow.ts";

describe("a text that says nothing", () => {
  for (const text of [
    "because",
    "Because.",
    "Admins asked for it",
    "our customers want this.",
    "We need it!",
    "It is required",
    "this would be nice to have",
    "requested by the sales team",
    "better UX",
    "see above",
    "weil",
    "Die Kunden wollen das",
    "es necesario",
  ])
    it(`is no why: ${text}`, () => assert.equal(isHollowWhy(text), true));

  for (const text of [
    "admins asked for it 40 times a month",
    "because finance closes on calendar months",
    "Admins need it to close the books before the auditors come",
    "the law requires it",
    "parcels without a label come back",
    "so that nobody books twice",
    "auditors want a record of who printed",
  ])
    it(`is a why: ${text}`, () => assert.equal(isHollowWhy(text), false));

  for (const text of ["ok", "It works.", "works as expected", "done\ntested", "Funktioniert"])
    it(`is no check: ${text}`, () => assert.equal(isHollowCheck(text), true));
  for (const text of [
    "",
    "ok\na label comes out",
    "it works offline",
    "The list works with the keyboard",
    "2 files",
  ])
    it(`is a check, or no text: ${text}`, () => assert.equal(isHollowCheck(text), false));

  for (const text of ["it works", "It works.", "handled gracefully", "ok", "still works as usual"])
    it(`is no outcome: ${text}`, () => assert.equal(isHollowOutcome(text), true));
  for (const text of [
    "it works without sound",
    "say so",
    "the later one wins",
    "refuse it",
    "an error names the row",
  ])
    it(`is an outcome: ${text}`, () => assert.equal(isHollowOutcome(text), false));
});
