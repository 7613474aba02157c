/** CSV for spreadsheets: nothing in it is taken for a formula, whoever wrote it. */
import { stringify, type Stringifier } from 'csv-stringify';
import { stringify as stringifyAtOnce } from 'csv-stringify/sync';

const options = {
  header: true,
  record_delimiter: '\r\n',
  // A cell that begins with = + - @ gets an apostrophe in front.
  escape_formulas: true,
} as const;

export type CsvRow = Readonly<Record<string, string | number>>;

export function csvText(columns: readonly string[], rows: readonly CsvRow[]): string {
  return stringifyAtOnce([...rows], { ...options, columns: [...columns] });
}

/** Rows as they come, lines out as they are done: memory does not grow with the number of rows. */
export async function csvStream(
  columns: readonly string[],
  rows: AsyncIterable<CsvRow>,
  out: (text: string) => void,
): Promise<number> {
  const stringifier: Stringifier = stringify({ ...options, columns: [...columns] });
  stringifier.setEncoding('utf8');
  const written = (async () => {
    for await (const text of stringifier) out(String(text));
  })();
  let count = 0;
  for await (const row of rows) {
    count += 1;
    if (!stringifier.write(row)) await new Promise((resolve) => stringifier.once('drain', resolve));
  }
  stringifier.end();
  await written;
  return count;
}
