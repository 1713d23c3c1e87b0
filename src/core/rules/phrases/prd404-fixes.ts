import { nextId } from "../../recognise/ids.ts";
import { sentenceAt } from "../../document/sentence-at.ts";
import { addDays } from "../../text/days.ts";
import { shorten } from "../../words/shorten.ts";
import { personPlace, sectionItemEdit } from "../../writing/insert.ts";
import { linkAt } from "../../writing/option-links.ts";
import { later, place } from "../../writing/snippet.ts";
import type { Fixes } from "../rule.ts";

export const fixes: Fixes = ({ start, end }, { document, config, today }) => {
  const id = nextId(
    "Q",
    document.definitions.map((one) => one.id),
  );
  const who = later(personPlace(document, "pm"));
  const day = later(place(addDays(today, config.waiting.question)));
  // What is open is known where it stands, and nowhere else.
  const asked = shorten(sentenceAt(document, start) ?? "", 200);
  const item = [
    `**${id}** (`,
    who,
    ", by ",
    day,
    "): ",
    place(asked === "" ? "what is to be decided" : asked),
    "?",
  ];
  const edits = [linkAt(end, id), sectionItemEdit(document, "Questions", item)];
  const filled = ["What is the longest range that anybody needs", "@lena", "2026-08-20"];
  return [{ title: `Make it question ${id}`, kind: "guided", edits, preferred: true, filled }];
};
