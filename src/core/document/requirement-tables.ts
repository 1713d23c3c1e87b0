import type { Inline } from "../markdown/inline.ts";
import type { TableBlock, TableRow } from "../markdown/block.ts";
import type { PlacedPiece } from "../markdown/piece.ts";
import type { FacetDraft } from "./facets.ts";
import { openingOfHeading } from "../recognise/dialects/index.ts";
import { beginsWithIds, requirementColumn } from "../recognise/dialects/tables.ts";
import { isCommonName } from "../recognise/ids.ts";
import { headingId, leadOf } from "../recognise/lead.ts";
import { passageOf, rangeIn } from "./passage.ts";
import {
  insertionBehind,
  openFacet,
  openFrom,
  openRequirement,
  say,
  sayBlock,
  speak,
  spokenOf,
} from "./requirement-draft.ts";
import type { Gathering, RequirementDraft } from "./requirement-draft.ts";
import { rowsWithIds } from "../recognise/table.ts";

/** Gathers a table: one whose rows have ids is a list of requirements, any other says something of its owner. */
export function gatherTable(
  gathering: Gathering,
  table: TableBlock,
  placed: PlacedPiece,
  owner: RequirementDraft | undefined,
  facet: FacetDraft | undefined,
): void {
  const named = requirementColumn(table);
  // Under a header "Requirement" ids alone refer to what is written elsewhere: a table of phases or of coverage.
  const rows =
    named === 0 && table.rows.slice(1).every(({ cells }) => isOnlyId(cells[0]))
      ? []
      : rowsWithIds(table).filter((row) => beginsWithIds(table) || !isName(row.cells[0]));
  if (rows.length > 0) {
    for (const row of rows)
      if (isRequirementRow(gathering, row, named)) gatherRow(gathering, table, row, placed);
    return;
  }
  if (
    owner === undefined &&
    named >= 0 &&
    !table.rows.slice(1).some(({ cells }) => isOnlyId(cells[named])) &&
    gathering.standing.within === "Requirements"
  ) {
    for (const row of table.rows.slice(1)) gatherPlainRow(gathering, table, row, placed);
    return;
  }
  for (const cell of table.rows.flatMap((row) => row.cells)) {
    if (cell.text === "") continue;
    const passage = passageOf(cell, placed);
    speak(owner, facet?.name, cell);
    if (facet !== undefined) sayBlock(facet, passage, placed.start + table.end);
    else owner?.statement.push(passage);
  }
  if (owner === undefined) return;
  owner.insertion = insertionBehind(gathering, owner, placed.start + table.start, placed.start + table.end);
}

function isOnlyId(cell: Inline | undefined): boolean {
  const found = cell && headingId(cell);
  return found !== undefined && found.title >= (cell?.text.trimEnd().length ?? 0);
}

/** "S3 label bucket" in a column for something else is called so. */
function isName(cell: Inline | undefined): boolean {
  const found = cell && headingId(cell);
  return found !== undefined && isCommonName(found.id) && leadOf(cell as Inline).id === undefined;
}

/** Outside of the requirements only ids that say so, beside what is required: a list of what is where has ids as well. */
function isRequirementRow({ standing }: Gathering, row: TableRow, named: number): boolean {
  if (standing.within === "Requirements") return true;
  const first = row.cells[0];
  return named > 0 && first !== undefined && openingOfHeading(first, standing) !== undefined;
}

/** A row without id is called what its column for requirements says. */
function gatherPlainRow(gathering: Gathering, table: TableBlock, row: TableRow, placed: PlacedPiece): void {
  const cell = row.cells[requirementColumn(table)];
  if (cell === undefined || cell.text.trim() === "") return;
  const draft = openFrom(gathering, {
    opening: { id: undefined, idStart: 0, idEnd: 0, title: 0 },
    passage: passageOf(cell, placed),
    form: "row",
    range: { start: placed.start + row.start, end: placed.start + row.end },
    insertion: { offset: placed.start + table.end, indent: "", bullet: "-", blankLine: true },
  });
  draft.statement.length = 0;
  draft.spoken.length = 0;
  gatherCells(gathering, draft, table, row, placed, -1);
}

function gatherRow(gathering: Gathering, table: TableBlock, row: TableRow, placed: PlacedPiece): void {
  const first = row.cells[0];
  const found = first && headingId(first);
  if (first === undefined || found === undefined) return;
  const idCell = passageOf(first, placed);
  const named = requirementColumn(table);
  const own = first.text.slice(found.title).trim();
  const titleCell = row.cells[named > 0 ? named : 1];
  const titlePassage = own !== "" || titleCell === undefined ? idCell : passageOf(titleCell, placed);
  const draft = openRequirement(gathering, {
    id: found.id,
    idRange: rangeIn(idCell, found.start, found.end),
    title: own === "" ? (titleCell?.text.trim() ?? "") : own,
    titleRange: { start: titlePassage.start, end: titlePassage.end },
    form: "row",
    start: placed.start + row.start,
    end: placed.start + row.end,
    statement: [],
    spoken: [spokenOf(undefined, first, found.title)],
    insertion: { offset: placed.start + table.end, indent: "", bullet: "-", blankLine: true },
  });
  gatherCells(gathering, draft, table, row, placed, 0);
}

/**
 * A cell is the facet that its column is named for, else part of the statement.
 *
 * @param idAt index of the cell with the id, -1 where there is none
 */
function gatherCells(
  { words }: Gathering,
  draft: RequirementDraft,
  table: TableBlock,
  row: TableRow,
  placed: PlacedPiece,
  idAt: number,
): void {
  for (const [index, cell] of row.cells.entries()) {
    const header = table.rows[0]?.cells[index];
    const name = index === idAt || header === undefined ? undefined : words.title(header);
    const passage = passageOf(cell, placed);
    if (index !== idAt) speak(draft, name, cell);
    if (name === undefined) {
      if (cell.text !== "") draft.statement.push(passage);
      continue;
    }
    const label = passageOf(header ?? cell, placed);
    const { insertion } = draft;
    say(openFacet(draft, { name, form: "cell", range: passage, label, insertion }), passage);
  }
}
