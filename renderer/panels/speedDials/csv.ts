/** Speed dials as CSV (RFC 4180), and back. Loaded when it is asked for: nobody reads CSV all day. */
import { parse, CsvError } from 'csv-parse/browser/esm/sync';
import { stringify } from 'csv-stringify/browser/esm/sync';
import '../../bridge/noEval';
import { z } from 'zod';
import type { SpeedDials } from '../../../shared/console/speedDials';
import { fail, ok, type Result } from '../../../shared/result';
import { groupBy } from '../lists/groupBy';
import { guard, unguard } from './formulaGuard';
import { withoutOpenQuotes } from './openQuotes';

export const csvColumns = ['group', 'name', 'number', 'notes'] as const;
export type CsvColumn = (typeof csvColumns)[number];

/** One line of a file, as it is written there. */
export interface CsvRow extends Readonly<Record<CsvColumn, string>> {
  /** Where it begins, counted from 1. */
  readonly line: number;
  /** Nothing of it can be read: it opens a quotation mark that is never closed. Its name is the whole line. */
  readonly openQuote?: true;
}

export type CsvProblem =
  /** Nothing in it. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'noColumns'; readonly missing: readonly CsvColumn[] }
  /** A quotation mark of the heading that is never closed. */
  | { readonly kind: 'quotes'; readonly line: number };

/** With a byte order mark: spreadsheets take a file without one for another encoding. A group with nothing in it is a line of its own. */
export function toCsv({ groups, entries }: SpeedDials): string {
  const inGroup = groupBy(entries, ({ groupId }) => groupId);
  const rows = groups.flatMap((group) =>
    (inGroup.get(group.id) ?? [{ name: '', number: '', notes: '' }]).map(({ name, number, notes }) =>
      [group.name, name, number, notes].map(guard),
    ),
  );
  return stringify([csvColumns, ...rows], { bom: true, record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
}

export function fromCsv(file: string): Result<CsvRow[], CsvProblem> {
  const whole = file.replace(/^\ufeff/, '');
  const delimiter = delimiterOf(whole);
  const { text, open } = withoutOpenQuotes(whole, delimiter);
  const records = readRecords(text, delimiter);
  if (!records.ok) return records;
  const [head, ...rest] = records.value;
  if (head === undefined) return fail({ kind: 'empty' });
  const names = head.cells.map((cell) => cell.trim().toLowerCase());
  const missing = (['name', 'number'] as const).filter((column) => !names.includes(column));
  if (missing.length > 0) return fail({ kind: 'noColumns', missing });
  const at = (column: CsvColumn, cells: readonly string[]): string => unguard(cells[names.indexOf(column)] ?? '');
  const rows: CsvRow[] = rest.map(({ cells, line }) => ({
    line,
    group: at('group', cells),
    name: at('name', cells),
    number: at('number', cells),
    notes: at('notes', cells),
  }));
  const unread = open.map(({ line, text: name }): CsvRow => ({
    line,
    group: '',
    name,
    number: '',
    notes: '',
    openQuote: true,
  }));
  return ok([...rows, ...unread].toSorted((a, b) => a.line - b.line));
}

interface Line {
  readonly cells: readonly string[];
  readonly line: number;
}

/** What csv-parse answers when it is asked for the raw text too. */
const RawRecords = z.array(z.object({ raw: z.string(), record: z.array(z.string()) }));

function readRecords(text: string, delimiter: string): Result<Line[], CsvProblem> {
  try {
    let line = 1;
    const read: unknown = parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      raw: true,
      relax_column_count: true,
      relax_quotes: true,
    });
    const records = RawRecords.parse(read).map(({ raw, record }) => {
      const begins = line;
      line += raw.match(/\r\n|\r|\n/g)?.length ?? 0;
      return { cells: record, line: begins };
    });
    return ok(records.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')));
  } catch (error) {
    if (error instanceof CsvError) return fail({ kind: 'quotes', line: Number(error['lines']) });
    throw error;
  }
}

/** The mark that the heading uses most. */
export function delimiterOf(text: string): string {
  const heading = /^[^\r\n]*/.exec(text.replace(/^[\r\n]+/, ''))?.[0] ?? '';
  const count = (mark: string): number => heading.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
