/** Finds the lines of a CSV file that open a quotation mark and never close it: they would swallow the lines below. Pure. */

export interface OpenQuote {
  /** Counted from 1. */
  readonly line: number;
  /** As it stands in the file. */
  readonly text: string;
}

/** The file with such lines empty, so that the others keep their numbers. The heading stays as it is. */
export function withoutOpenQuotes(
  file: string,
  delimiter: string,
): { readonly text: string; readonly open: readonly OpenQuote[] } {
  const lines = file.split(/\r\n|\r|\n/);
  const open: OpenQuote[] = [];
  let at = (endOfRecord(lines, 0, delimiter) ?? lines.length) + 1;
  while (at < lines.length) {
    const end = endOfRecord(lines, at, delimiter);
    if (end === null) {
      open.push({ line: at + 1, text: lines[at] ?? '' });
      lines[at] = '';
    }
    at = (end ?? at) + 1;
  }
  return { text: open.length === 0 ? file : lines.join('\n'), open };
}

/** The last line of the record that begins in this one; null where a quotation mark is closed nowhere, or by one that belongs to a line below. */
function endOfRecord(lines: readonly string[], begin: number, delimiter: string): number | null {
  let at = begin;
  let position = 0;
  let cellBegins = true;
  for (;;) {
    const line = lines[at] ?? '';
    if (position >= line.length) return at;
    if (!cellBegins || line[position] !== '"') {
      cellBegins = line[position] === delimiter;
      position += 1;
      continue;
    }
    const close = closingQuote(lines, at, position + 1);
    if (close === null) return null;
    const after = lines[close.at]?.[close.position + 1];
    // On one line it is a nickname in quotation marks; further down it is the beginning of another cell.
    if (after !== undefined && after !== delimiter && close.at > at) return null;
    ({ at } = close);
    position = close.position + 1;
    cellBegins = false;
  }
}

/** The next quotation mark that is not doubled. */
function closingQuote(lines: readonly string[], from: number, start: number): { at: number; position: number } | null {
  let position = start;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    for (; position < line.length; position += 1) {
      if (line[position] !== '"') continue;
      if (line[position + 1] !== '"') return { at, position };
      position += 1;
    }
    position = 0;
  }
  return null;
}
