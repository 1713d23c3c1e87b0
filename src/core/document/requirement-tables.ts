import { facetNamed } from "../format/section-names.ts";
import type { TableBlock, TableRow } from "../markdown/block.ts";
import type { PlacedPiece } from "../markdown/piece.ts";
import type { FacetDraft } from "./facets.ts";
import { headingId } from "../recognise/lead.ts";
import { passageOf, rangeIn } from "./passage.ts";
import {
  insertionBehind,
  openFacet,
  openRequirement,
  say,
  sayBlock,
  speak,
  spokenOf,
} from "./requirement-draft.ts";
import type { Gathering, RequirementDraft } from "./requirement-draft.ts";
import { columnNamed, rowsWithIds } from "../recognise/table.ts";

/** Gathers a table: one whose rows have ids is a list of requirements, any other says something of its owner. */
export function gatherTable(
  gathering: Gathering,
  table: TableBlock,
  placed: PlacedPiece,
  owner: RequirementDraft | undefined,
  facet: FacetDraft | undefined,
): void {
  const rows = rowsWithIds(table);
  if (rows.length > 0) {
    for (const row of rows) gatherRow(gathering, table, row, placed);
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

/** A column with one of these names has the requirement's title. */
const titleColumn = /^(?:requirement|description|title|name|summary|story|user story|what)s?$/i;

function gatherRow(gathering: Gathering, table: TableBlock, row: TableRow, placed: PlacedPiece): void {
  const first = row.cells[0];
  const found = first && headingId(first);
  if (first === undefined || found === undefined) return;
  const idCell = passageOf(first, placed);
  const named = columnNamed(table, titleColumn);
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
  gatherCells(draft, table, row, placed);
}

/** A cell is the facet that its column is named for, else part of the statement. */
function gatherCells(draft: RequirementDraft, table: TableBlock, row: TableRow, placed: PlacedPiece): void {
  for (const [index, cell] of row.cells.entries()) {
    const header = table.rows[0]?.cells[index];
    const name = index === 0 || header === undefined ? undefined : facetNamed(header.text);
    const passage = passageOf(cell, placed);
    if (index > 0) speak(draft, name, cell);
    if (name === undefined) {
      if (cell.text !== "") draft.statement.push(passage);
      continue;
    }
    const label = passageOf(header ?? cell, placed);
    const { insertion } = draft;
    say(openFacet(draft, { name, form: "cell", range: passage, label, insertion }), passage);
  }
}
