type Direction = "ascending" | "descending";

/** Makes tables sortable by column. Cells are sorted by their `data-value`; those without one come last. */
export function enableSortableTables(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>("table[data-sortable]")) {
    for (const heading of table.tHead?.rows[0]?.querySelectorAll("th") ?? []) addButton(table, heading);
  }
}

function addButton(table: HTMLTableElement, heading: HTMLTableCellElement): void {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = heading.textContent;
  heading.replaceChildren(button);
  button.addEventListener("click", () => {
    const direction = heading.ariaSort === "ascending" ? "descending" : "ascending";
    for (const sorted of table.querySelectorAll("[aria-sort]")) sorted.removeAttribute("aria-sort");
    heading.ariaSort = direction;
    sortRows(table, heading.cellIndex, direction);
  });
}

function sortRows(table: HTMLTableElement, column: number, direction: Direction): void {
  const body = table.tBodies[0];
  const keyOf = (row: HTMLTableRowElement): string | undefined => row.cells[column]?.dataset.value;
  const rows = [...(body?.rows ?? [])].sort((a, b) => compare(keyOf(a), keyOf(b), direction));
  body?.append(...rows);
}

function compare(a: string | undefined, b: string | undefined, direction: Direction): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  const [left, right] = [Number(a), Number(b)];
  const order = Number.isNaN(left) || Number.isNaN(right) ? a.localeCompare(b) : left - right;
  return direction === "ascending" ? order : -order;
}
