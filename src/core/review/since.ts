import type { Config } from "../config/config.ts";
import { headerKind } from "../document/header.ts";
import { idKey } from "../recognise/ids.ts";
import type { PrdDocument, Requirement } from "../document/model.ts";
import { statusIn, statusMeant } from "../document/status.ts";
import { partWords } from "./reviewers.ts";
import type { Range } from "../text/range.ts";
import { changedParts, fingerprintOf } from "./fingerprint.ts";
import { coverageOf, isFresh } from "./signatures.ts";

/** What is different from an earlier state and needs somebody's look; `start`–`end` is where, in the document of now. */
export interface Change extends Range {
  readonly what:
    "deleted" | "header" | "status" | "stale-sign-off" | "silenced" | "added" | "changed" | "removed";
  /** Of the requirement; undefined for what concerns the whole document. */
  readonly id: string | undefined;
  /** The PRD was being built already: what changes now changes work that is under way. */
  readonly afterBuildingBegan: boolean;
  /** One sentence. */
  readonly message: string;
}

/** Compares a PRD with an earlier state of it; in document order, what is gone last. */
export function changesSince(before: PrdDocument, now: PrdDocument, config: Config): Change[] {
  const from = statusMeant(before);
  const to = statusMeant(now, before.text);
  const building = /^(?:building|launched)$/.test(from);
  const changes: Change[] = [];
  const add = (what: Change["what"], id: string | undefined, at: Range, message: string): void => {
    const afterBuildingBegan = building && what !== "status" && what !== "stale-sign-off";
    const since = afterBuildingBegan ? ", after building began" : "";
    changes.push({
      what,
      id,
      start: at.start,
      end: at.end,
      afterBuildingBegan,
      message: `${message}${since}.`,
    });
  };
  const value = now.header.field("status")?.values[0] ?? { start: 0, end: 0 };
  if (headerKind(before.header) === "prd" && headerKind(now.header) !== "prd") {
    add("header", undefined, value, `${whatWas(before)} is no PRD any more, since its header is gone`);
  } else if (statusIn(before.header) !== undefined && statusIn(now.header) === undefined) {
    add("status", undefined, value, `The status was ${from} and cannot be read any more`);
  } else if (from !== to) {
    const skipped = /^(?:draft|in-review)$/.test(from) && /^(?:building|launched)$/.test(to);
    const recorded = now.overrides.some((one) => one.to === "agreed");
    add(
      "status",
      undefined,
      value,
      `The status went from ${from} to ${to}${skipped && !recorded ? " and skipped agreed" : ""}`,
    );
  }
  const were = byKey(before.requirements);
  const wasFresh = new Set(signatureKeys(before, config));
  for (const { requirement, signatures } of coverageOf(now, config)) {
    const { id, idRange } = requirement;
    const was = were.get(idKey(id));
    were.delete(idKey(id));
    if (was === undefined) add("added", id, idRange, `${id} is new`);
    else {
      const parts = changedParts(fingerprintOf(before, was), fingerprintOf(now, requirement));
      if (parts.length > 0)
        add("changed", id, idRange, `${id} changed: ${parts.map((part) => partWords[part]).join(", ")}`);
    }
    for (const one of signatures) {
      if (!isFresh(one) && wasFresh.has(keyOf(id, one.who)))
        add("stale-sign-off", id, idRange, `${one.who}'s sign-off of ${id} is not fresh any more`);
    }
  }
  for (const { id } of were.values()) add("removed", id, value, `${id} is gone`);
  return changes;
}

/** A PRD that is not there any more. */
export function deletion(before: PrdDocument): Change {
  return {
    what: "deleted",
    id: undefined,
    afterBuildingBegan: false,
    message: `${whatWas(before)} is deleted.`,
    start: 0,
    end: 0,
  };
}

/** A PRD that changed and that this check does not look at. */
export function outOfSight(before: PrdDocument, reason: string): Change {
  return {
    ...deletion(before),
    what: "header",
    message: `${whatWas(before)} is not checked any more: ${reason}.`,
  };
}

/** `PRD-042, which was agreed,` */
function whatWas(before: PrdDocument): string {
  const id = before.header.field("prd")?.values[0]?.text ?? "This PRD";
  const status = statusIn(before.header);
  return status === undefined ? id : `${id}, which was ${status},`;
}

function byKey(requirements: readonly Requirement[]): Map<string, Requirement> {
  return new Map(requirements.map((one) => [idKey(one.id), one]));
}

function keyOf(id: string, who: string): string {
  return `${idKey(id)} ${who.toLowerCase()}`;
}

function signatureKeys(document: PrdDocument, config: Config): string[] {
  return coverageOf(document, config).flatMap(({ requirement, signatures }) =>
    signatures.filter(isFresh).map(({ who }) => keyOf(requirement.id, who)),
  );
}
