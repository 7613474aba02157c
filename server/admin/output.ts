/** How lists are printed: a table for people, JSON for programs. */

export type Cell = string | number | boolean | null;
export type ListRow = Readonly<Record<string, Cell>>;

/** Columns in the order of `columns`; all cells of a column as wide as its widest. */
export function table(columns: readonly string[], rows: readonly ListRow[]): string {
  const cells = [columns, ...rows.map((row) => columns.map((column) => cellText(row[column] ?? null)))];
  const widths = columns.map((_, at) => cells.reduce((widest, line) => Math.max(widest, (line[at] ?? '').length), 0));
  const lines = cells.map((line) =>
    line
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}

/** One line that a program can read. */
export function json(rows: readonly ListRow[]): string {
  return `${JSON.stringify(rows)}\n`;
}

function cellText(cell: Cell): string {
  if (cell === null) return '-';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  // What is stored may hold anything; a terminal must not act on it.
  return String(cell).replace(/\p{Cc}/gu, '�');
}
