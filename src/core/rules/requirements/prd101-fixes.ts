import type { Fix } from "../../problem.ts";
import { facetEdit } from "../../writing/insert.ts";
import { editOf } from "../../writing/said.ts";
import { place } from "../../writing/snippet.ts";
import { requirementOf } from "./missing-facet.ts";
import type { Fixes } from "../rule.ts";

export const fixes: Fixes = (finding, { document }) => {
  const requirement = requirementOf(finding, document);
  if (requirement === undefined) return [];
  const fixes: Fix[] = [];
  const filled = ["every second call to support ends with somebody doing this by hand"];
  const story = requirement.statement.find(({ text }) => isStory.test(text));
  if (story !== undefined) {
    const at = story.end - (/[.,;\s]+$/.exec(document.text.slice(story.start, story.end))?.[0].length ?? 0);
    const edit = editOf({ start: at, end: at }, [" so that ", place("what they get out of it")]);
    const title = `Say what ${requirement.id} is for: "so that …"`;
    fixes.push({
      title,
      kind: "guided",
      edits: [edit],
      preferred: true,
      filled: ["I find last month's again"],
    });
  }
  const said = [place("who needs it, and what breaks without it")];
  const edit = facetEdit(document, requirement, "why", { line: said, cell: said });
  if (edit !== undefined) {
    fixes.push({
      title: `Add a Why to ${requirement.id}`,
      kind: "guided",
      edits: [edit],
      preferred: fixes.length === 0,
      filled,
    });
  }
  return fixes;
};

const isStory = /\bas an? [^.!?]{1,200}?\bi (?:want|need|would like|can|must)\b/i;
