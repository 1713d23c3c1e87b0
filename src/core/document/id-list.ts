import { idPrefix } from "../recognise/ids.ts";

/** Most pieces of a list that a message names. */
const MOST = 5;

/** Ids as people say them: `R1`, `R1 and R2`, `R1–R4 and R7`. Three and more that count on are one piece. */
export function idList(ids: readonly string[]): string {
  const pieces: string[] = [];
  for (let at = 0; at < ids.length; at++) {
    let last = at;
    while (last + 1 < ids.length && follows(ids[last] as string, ids[last + 1] as string)) last++;
    const first = ids[at] as string;
    if (last - at < 2) pieces.push(first);
    else pieces.push(`${first}–${ids[(at = last)]}`);
  }
  if (pieces.length > MOST) pieces.splice(MOST - 1, pieces.length, "others");
  const end = pieces.pop() ?? "";
  return pieces.length === 0 ? end : `${pieces.join(", ")} and ${end}`;
}

function follows(one: string, next: string): boolean {
  const number = (id: string): number => Number(id.slice(idPrefix(id).length).replace("-", ""));
  return idPrefix(one) === idPrefix(next) && number(next) === number(one) + 1;
}
