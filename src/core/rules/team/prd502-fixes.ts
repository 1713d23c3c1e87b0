import { MAX_PEOPLE } from "../../config/people.ts";
import type { PairRole } from "../../config/people.ts";
import { nextId } from "../../recognise/ids.ts";
import { cycleOf } from "../../facts/cycle.ts";
import type { Split } from "../../facts/model.ts";
import { splitText } from "../../facts/split.ts";
import type { Finding, Fix } from "../../problem.ts";
import { speakersOf } from "../../team/cycle-sides.ts";
import { addDays } from "../../text/days.ts";
import { place } from "../../writing/snippet.ts";
import { agreeEdits } from "../../writing/team/agree.ts";
import { agreementQuestion } from "../../writing/team/agreement-question.ts";
import { cycleItemEdit } from "../../writing/team/cycle-section.ts";
import type { RuleContext } from "../rule.ts";
import type { Data } from "./prd502.ts";

export function fixes({ start, end, data }: Finding, { document, config, today }: RuleContext): Fix[] {
  const cycle = cycleOf(document);
  const wanted = data as Data;
  if (cycle?.split === undefined) return [];
  if ("stranger" in wanted) {
    const { meant } = wanted;
    if (meant === undefined) return [];
    return [
      { title: `Write ${meant}`, kind: "guided", preferred: true, edits: [{ start, end, newText: meant }] },
    ];
  }
  const agree = (who: string): Fix[] => {
    const edits = agreeEdits(document, who, today);
    const title = `Agree to ${splitText(cycle.split as Split)} as ${who}`;
    return edits.length === 0 ? [] : [{ title, kind: "guided", onlyFor: who, edits }];
  };
  if ("who" in wanted) return agree(wanted.who);
  const people = speakersOf(wanted.side, cycle, config, today).slice(0, MAX_PEOPLE);
  return [...people.flatMap(agree), ...ask(wanted.side, people[0])];

  function ask(side: PairRole, who: string | undefined): Fix[] {
    if (cycle?.split === undefined || who === undefined) return [];
    const ids = document.definitions.map(({ id }) => id);
    const day = place(addDays(today, config.waiting.question));
    const said = [
      `**${nextId("Q", ids)}** (`,
      place(who),
      ", by ",
      day,
      `): ${agreementQuestion(cycle.split)}`,
    ];
    const edits = [cycleItemEdit(document, "Questions", said)];
    const title = `Ask ${side === "pm" ? "product" : "engineering"} to agree`;
    return [{ title, kind: "guided", preferred: true, edits, filled: [who, addDays(today, 5)] }];
  }
}
