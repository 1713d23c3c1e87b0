import type { Cycle } from "../facts/model.ts";
import type { DocumentSummary } from "../workspace/workspace-index.ts";
import { weeksOf } from "../words/days.ts";
import { plain } from "./plain.ts";
import { statusName } from "../words/status.ts";

/** What a document is and how it stands, as paragraphs of markdown. */
export function documentLines({ id, name, kind, status, pm, eng, team }: DocumentSummary): string[] {
  const title = `**${plain(id ?? name)}** · ${plain(name === id ? "" : name)}`;
  if (kind === "cycle")
    return [`**${plain(id ?? name)}** · cycle`, ...(team?.cycle ? cycleLines(team.cycle) : [])];
  const pair = [...pm, ...eng].map(plain).join(" and ");
  if (kind === "retro") {
    const { held, due } = team?.retro ?? {};
    const when =
      held !== undefined ? `Held on ${held}.` : due !== undefined ? `Due on ${due}.` : "Not held yet.";
    return [title, ...(pair === "" ? [] : [pair]), when];
  }
  const parts = [status === undefined ? "no status yet" : statusName(status), pair];
  const work = [team?.bucket, team?.days === undefined ? undefined : weeksOf(team.days)];
  const planned = work.filter((one) => one !== undefined).join(", ");
  const cycle = team?.cycleId === undefined ? "" : `in ${plain(team.cycleId)}`;
  const launch = team?.launch === undefined ? [] : [`Launch: ${team.launch}`];
  return [
    title,
    parts.filter((one) => one !== "").join(" · "),
    ...([planned, cycle].join("") === "" ? [] : [[planned, cycle].filter((one) => one !== "").join(" ")]),
    ...launch,
  ];
}

function cycleLines({ from, to, capacity, split, agreements }: Cycle): string[] {
  const days = from === undefined || to === undefined ? [] : [`${from} to ${to}`];
  const there = capacity === undefined ? [] : [`${weeksOf(capacity)} of engineering`];
  const shares =
    split === undefined ? [] : [`Product ${split.product}%, health ${split.health}%, ops ${split.ops}%`];
  const agreed = [...new Set(agreements.flatMap(({ who }) => who ?? []))].map(plain).join(" and ");
  return [
    ...([...days, ...there].length === 0 ? [] : [[...days, ...there].join(" · ")]),
    ...shares,
    agreed === "" ? "Nobody has agreed this split yet." : `Agreed by ${agreed}.`,
  ];
}
