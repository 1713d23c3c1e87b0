import type { LibraryRow } from "../../core/readiness/overview.ts";
import { names } from "./people.ts";

export type LibraryColumn = "name" | "status" | "pair" | "bucket" | "ready" | "open" | "oldest";

/** How the list of all PRDs is looked at. */
export interface LibraryLook {
  readonly by: LibraryColumn;
  readonly descending: boolean;
  /** Looked for in id, name, path and people; empty for all. */
  readonly text: string;
  /** Empty for all. */
  readonly status: string;
  /** Empty for all; `-` for those without one. */
  readonly bucket: string;
  readonly mine: boolean;
}

/** What has waited longest comes first. */
export const firstLook: LibraryLook = {
  by: "oldest",
  descending: true,
  text: "",
  status: "",
  bucket: "",
  mine: false,
};

/** Columns that begin with the greatest, because that is what one looks for. */
export const greatestFirst: ReadonlySet<LibraryColumn> = new Set(["open", "oldest"]);

const path = ["draft", "in-review", "agreed", "building", "launched", "closed", "parked"];

const values: Record<LibraryColumn, (row: LibraryRow) => string | number> = {
  name: (row) => `${row.id ?? ""} ${row.name}`,
  status: ({ status }) => path.indexOf(status),
  pair: ({ pm, eng }) => names([...pm, ...eng]),
  bucket: ({ bucket }) => bucket ?? "",
  ready: ({ passed, of }) => (of === 0 ? 0 : passed / of),
  open: ({ open }) => open,
  oldest: ({ oldest }) => oldest?.days ?? -1,
};

/** The rows that are looked for, in order; equal ones by name. */
export function ordered(rows: readonly LibraryRow[], look: LibraryLook): LibraryRow[] {
  const words = look.text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = rows.filter(
    (row) =>
      (look.status === "" || row.status === look.status) &&
      (look.bucket === "" || (row.bucket ?? "-") === look.bucket) &&
      (!look.mine || row.mine) &&
      words.every((word) => haystack(row).includes(word)),
  );
  const value = values[look.by];
  const direction = look.descending ? -1 : 1;
  return found.sort(
    (a, b) => direction * compare(value(a), value(b)) || compare(values.name(a), values.name(b)),
  );
}

function haystack({ id, name, path, pm, eng, bucket }: LibraryRow): string {
  const people = [...pm, ...eng].flatMap(({ handle, name }) => [handle, name]);
  return [id, name, path, bucket, ...people].join("\n").toLowerCase();
}

function compare(a: string | number, b: string | number): number {
  return typeof a === "number" && typeof b === "number"
    ? a - b
    : String(a).localeCompare(String(b), "en", { numeric: true });
}
