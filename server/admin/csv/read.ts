/**
 * Reads CSV with a heading, row by row: UTF-8 with or without BOM, comma or semicolon, as spreadsheets write it. What is wrong is told
 * with its line; after malformed quotes nothing more can be read, after anything else the next row is.
 */
import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { unguardCell } from './formulas';

export interface Heading {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}
export interface CsvProblem {
  /** 1 is the heading. */
  readonly line: number;
  readonly column: string | null;
  readonly message: string;
}
export interface CsvRow {
  /** On which the row begins. */
  readonly line: number;
  /** By heading. */
  readonly cells: ReadonlyMap<string, string>;
}
export type CsvItem = { readonly row: CsvRow } | { readonly problem: CsvProblem };

export async function* readCsv(source: AsyncIterable<Uint8Array>, heading: Heading): AsyncGenerator<CsvItem> {
  const text = decoded(source);
  let start: string;
  try {
    start = await firstOf(text);
  } catch (error) {
    yield { problem: problemOf(error, 1, null) };
    return;
  }
  const parser = parse({ delimiter: delimiterOf(start), info: true, relax_column_count: true, skip_empty_lines: true });
  // A failure of the source ends the parser too; it is told where the records are read.
  pipeline(Readable.from(chained(start, text)), parser, () => undefined);
  const records: AsyncIterable<{ info: { lines: number }; record: string[] }> = parser;
  let columns: readonly string[] | null = null;
  let lastLine = 0;
  try {
    for await (const { info, record } of records) {
      const line = info.lines - record.reduce((sum, cell) => sum + lineBreaks(cell), 0);
      lastLine = info.lines;
      if (columns === null) {
        columns = record.map((name) => name.trim());
        const problems = headingProblems(columns, heading);
        for (const message of problems) yield { problem: { line, column: null, message } };
        if (problems.length > 0) return;
      } else if (record.length !== columns.length) {
        const message = `${record.length} columns, but the heading has ${columns.length}`;
        yield { problem: { line, column: null, message } };
      } else {
        yield { row: { line, cells: new Map(columns.map((name, at) => [name, unguardCell(record[at] ?? '')])) } };
      }
    }
    if (columns === null)
      yield { problem: { line: 1, column: null, message: 'the file is empty: a heading is missing' } };
  } catch (error) {
    yield { problem: problemOf(error, lastLine + 1, columns ?? firstLine(start).split(delimiterOf(start))) };
  }
}

/** Thrown by `decoded`: the file is not UTF-8. */
class NotUtf8 extends Error {
  readonly line: number;
  constructor(line: number) {
    super('not UTF-8');
    this.line = line;
  }
}

async function* decoded(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      throw new NotUtf8(line);
    }
  };
  for await (const chunk of source) {
    const text = decode(chunk);
    line += lineBreaks(text);
    if (text !== '') yield text;
  }
  yield decode();
}

async function firstOf(text: AsyncGenerator<string>): Promise<string> {
  const first = await text.next();
  return first.done === true ? '' : first.value;
}

async function* chained(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

function firstLine(text: string): string {
  return text.split(/\r?\n/, 1)[0] ?? '';
}

function delimiterOf(start: string): ',' | ';' {
  const headingLine = firstLine(start);
  return headingLine.includes(';') && !headingLine.includes(',') ? ';' : ',';
}

function headingProblems(columns: readonly string[], { required, optional }: Heading): string[] {
  const known = [...required, ...optional];
  const unknown = columns.filter((name) => !known.includes(name));
  const twice = columns.filter((name, at) => columns.indexOf(name) !== at);
  const missing = required.filter((name) => !columns.includes(name));
  return [
    ...unknown.map((name) => `unknown column "${name}"; there are ${known.join(', ')}`),
    ...twice.map((name) => `column "${name}" is there twice`),
    ...missing.map((name) => `column "${name}" is missing`),
  ];
}

function problemOf(error: unknown, after: number, columns: readonly string[] | null): CsvProblem {
  if (error instanceof NotUtf8) {
    return {
      line: error.line,
      column: null,
      message: 'the file is not UTF-8 text from here on: save it as "CSV UTF-8"',
    };
  }
  if (!(error instanceof CsvError)) throw error;
  // The parser says it in words only; rows before the bad one may not have been handed out yet.
  const line = Number(/at line (\d+)/.exec(error.message)?.[1] ?? after);
  const at: unknown = error['column'];
  const column = typeof at === 'number' ? (columns?.[at] ?? null) : null;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return { line, column, message: 'a quote is opened and never closed' };
  if (error.code === 'INVALID_OPENING_QUOTE') {
    return {
      line,
      column,
      message: 'a quote in the middle of a cell: put the whole cell in quotes and double the quote',
    };
  }
  if (error.code === 'CSV_INVALID_CLOSING_QUOTE') {
    return { line, column, message: 'after the closing quote comes something other than the next column' };
  }
  return { line, column, message: error.message };
}

function lineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
