/**
 * A spreadsheet runs a cell that begins like a formula. An apostrophe before it makes it text, and is what a person would type there; a number
 * with its `+` needs it too, or the spreadsheet drops the `+`. Reading takes exactly that apostrophe off again, so a file written and read is the same.
 */
const dangerous = /^[=+\-@\t\r\n＝＋－＠']/;
const guarded = /^'[=+\-@\t\r\n＝＋－＠']/;

export function guard(cell: string): string {
  return dangerous.test(cell) ? `'${cell}` : cell;
}

export function unguard(cell: string): string {
  return guarded.test(cell) ? cell.slice(1) : cell;
}
