import { addToRoomEdit, newRoomEdit } from "../../writing/in-the-room.ts";
import { personPlace } from "../../writing/insert.ts";
import type { Fixes } from "../rule.ts";

export const fixes: Fixes = ({ data }, { document, today }) => {
  const [line] = document.inTheRoom;
  const product = personPlace(document, "pm");
  const fix = { kind: "guided" as const, preferred: true };
  if (data !== undefined && line !== undefined) {
    const edits = [addToRoomEdit(document.text, line, product)];
    return [{ ...fix, title: "Add product to the room", edits, filled: ["@lena"] }];
  }
  if (document.optionTables.every(({ options }) => options.length === 0)) return [];
  const edits = [newRoomEdit(document, [product, personPlace(document, "eng")], today)];
  return [{ ...fix, title: "Say who was in the room", edits, filled: ["@lena", "@mara"] }];
};
