import assert from "node:assert/strict";
import { aboutPerson, peopleCount, peopleIn } from "../../../src/extension/live/people.ts";
import type { Participant } from "../../../src/collab/session/presence.ts";
import { nadia, participant } from "./participants.ts";

/** What the view says of everybody but oneself. */
function said(participants: readonly Participant[], now: number): string[] {
  return peopleIn({ me: nadia, participants })
    .filter(({ me }) => !me)
    .map((person) => `${person.name}: ${aboutPerson(person, now)}`);
}

describe("the people in a shared PRD", () => {
  it("begin with oneself, and count a person in two windows once", () => {
    const people = peopleIn({
      me: nadia,
      participants: [
        participant("Zoe", { id: 1 }),
        participant("Ravi", { id: 2 }),
        participant("Ravi", { id: 3 }),
        participant("Nadia", { id: 4 }),
      ],
    });
    assert.deepEqual(
      people.map(({ name, windows }) => [name, windows.length]),
      [
        ["Nadia", 1],
        ["Ravi", 2],
        ["Zoe", 1],
      ],
    );
    assert.equal(aboutPerson(people[0]!, 0), "product · in 2 windows");
    assert.equal(peopleCount(people.length), "3 people");
    assert.equal(peopleCount(1), "only you");
  });

  it("are told with role, right and what they do", () => {
    const day = 86_400_000;
    assert.deepEqual(
      said(
        [
          participant("Ana", { active: day, typed: day }),
          participant("Ben", { active: day, typed: day - 60_000 }),
          participant("Cem", { active: day - 45_000, right: "read" }),
          participant("Dia", { active: day - 60_000 }),
          participant("Eli", { active: day - 59 * 60_000, role: "legal" }),
          participant("Fay", { active: day - 7_300_000, role: "" }),
          participant("Gus", { active: day, selections: [] }),
        ],
        day + 1_000,
      ),
      [
        "Ana: engineering · typing",
        "Ben: engineering",
        "Cem: engineering · read only · idle",
        "Dia: engineering · idle for a minute",
        "Eli: legal · idle for 59 minutes",
        "Fay: idle for 2 hours",
        "Gus: engineering · in another file",
      ],
    );
  });

  it("are where they did something last", () => {
    const [, ravi] = peopleIn({
      me: nadia,
      participants: [
        participant("Ravi", { id: 7, active: 5, selections: [] }),
        participant("Ravi", { id: 9, active: 90 }),
      ],
    });
    assert.deepEqual(
      ravi?.windows.map(({ id }) => id),
      [9, 7],
    );
    assert.equal(aboutPerson(ravi, 100), "engineering · in 2 windows");
  });
});
