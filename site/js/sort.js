/* Sorts a table by a column. Contract: `table.sortable` with one `thead` row of `th`s and one `tbody`;
   a cell's `data-value` is the number to sort by, else its text. Each head becomes a button, and says
   its order by `aria-sort`. Without this script the table stays in the order it was made in. */
"use strict";
{
  const value = (row, column) => row.cells[column].dataset.value ?? row.cells[column].textContent.trim();

  const compare = (one, two) => {
    const numbers = [Number(one), Number(two)];
    return numbers.some(Number.isNaN) ? one.localeCompare(two, document.documentElement.lang) : numbers[0] - numbers[1];
  };

  const sort = (table, head) => {
    const down = head.ariaSort === "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const rows = [...table.tBodies[0].rows];
    rows.sort((one, two) => (down ? -1 : 1) * compare(value(one, head.cellIndex), value(two, head.cellIndex)));
    table.tBodies[0].append(...rows);
  };

  for (const table of document.querySelectorAll("table.sortable")) {
    for (const head of table.tHead.rows[0].cells) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sort(table, head));
      head.append(button);
    }
  }
}
