/** Arrow keys in the matrix: one cell of it can be tabbed to, and the keys go from there (the ARIA grid pattern). */
export function startGridKeys(page: Document): void {
  page.addEventListener("keydown", (event) => {
    const from = cellAt(event.target);
    const grid = from?.closest("[role=grid]");
    if (from === undefined || !grid || event.altKey || event.metaKey) return;
    const to = target(event, Number(from.dataset["row"]), Number(from.dataset["column"]), grid);
    if (to === undefined) return;
    event.preventDefault();
    to.focus();
  });
  page.addEventListener("focusin", (event) => {
    const cell = cellAt(event.target);
    if (cell === undefined) return;
    for (const other of cell.closest("[role=grid]")?.querySelectorAll<HTMLElement>("[tabindex='0']") ?? [])
      other.tabIndex = -1;
    cell.tabIndex = 0;
  });
}

/** Makes sure that each grid has a cell to tab to: the one that had it may be gone. */
export function keepGridReachable(page: Document): void {
  for (const grid of page.querySelectorAll("[role=grid]")) {
    if (grid.querySelector("[tabindex='0']") !== null) continue;
    const first = grid.querySelector<HTMLElement>("[data-row]");
    if (first !== null) first.tabIndex = 0;
  }
}

function cellAt(target: EventTarget | null): HTMLElement | undefined {
  return target instanceof HTMLElement && target.dataset["row"] !== undefined ? target : undefined;
}

function target(
  { key, ctrlKey }: KeyboardEvent,
  row: number,
  column: number,
  grid: Element,
): HTMLElement | undefined {
  const last = { row: grid.querySelectorAll("tbody tr").length - 1, column: lastColumn(grid) };
  const to: Record<string, readonly [row: number, column: number]> = {
    ArrowUp: [row - 1, column],
    ArrowDown: [row + 1, column],
    ArrowLeft: [row, column - 1],
    ArrowRight: [row, column + 1],
    PageUp: [Math.max(0, row - 10), column],
    PageDown: [Math.min(last.row, row + 10), column],
    Home: [ctrlKey ? 0 : row, -1],
    End: [ctrlKey ? last.row : row, last.column],
  };
  const [y, x] = to[key] ?? [];
  if (y === undefined) return undefined;
  return grid.querySelector<HTMLElement>(`[data-row="${y}"][data-column="${x}"]`) ?? undefined;
}

function lastColumn(grid: Element): number {
  return grid.querySelectorAll("thead th").length - 2;
}
