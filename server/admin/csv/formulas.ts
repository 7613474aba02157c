/**
 * A spreadsheet takes a cell that begins with = + - @ for a formula, and some formulas do harm. Such cells are written with an
 * apostrophe in front, which is taken off again when they are read: every text comes back as it was.
 */
const needsGuard = /^'*[=+\-@\t\r]/;
const guarded = /^'+[=+\-@\t\r]/;

export function guardCell(text: string): string {
  return needsGuard.test(text) ? `'${text}` : text;
}

export function unguardCell(cell: string): string {
  return guarded.test(cell) ? cell.slice(1) : cell;
}
