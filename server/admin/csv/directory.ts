/** The directory as CSV: read and written row by row, since it may have a million. */
import path from 'node:path';
import type { DirectoryEntry } from '../../../shared/protocol/messages';
import { entryProblem } from '../../company/entry';
import { directoryRow } from '../../store/directory';
import { directoryBatch, type NewDirectoryRow } from '../../store/newDirectory';
import type { Db } from '../../store/open';
import { Refusal } from '../refusal';
import type { CsvRow } from './read';
import { readCsvFile } from './readFile';
import { csvLines } from './write';

export const directoryHeading = {
  required: ['firstName', 'lastName', 'number'],
  optional: ['department', 'id'],
} as const;

/** More are not told: the file is another file. */
const mostProblems = 100;

/** Rows in parts. Throws a Refusal with every problem after the last row; from the first problem on it yields nothing more. */
export async function* directoryParts(file: string): AsyncGenerator<readonly NewDirectoryRow[]> {
  const problems: string[] = [];
  const name = path.basename(file);
  let part: NewDirectoryRow[] = [];
  let count = 0;
  /** Ids that are made here count upwards; only those given can be there twice. */
  const seen = new Set<string>();
  for await (const item of readCsvFile(file, directoryHeading)) {
    if (problems.length >= mostProblems) break;
    const line = 'row' in item ? item.row.line : item.problem.line;
    const wrong = (column: string | null, message: string) =>
      void problems.push(`${name} line ${line}${column === null ? '' : `, column "${column}"`}: ${message}`);
    if ('problem' in item) {
      wrong(item.problem.column, item.problem.message);
      continue;
    }
    count += 1;
    const entry = entryOf(item.row, count);
    const problem = entryProblem(entry);
    if (problem) wrong(problem.column, problem.message);
    if (item.row.cells.has('id')) {
      if (seen.has(entry.id)) wrong('id', `the id ${entry.id} is there already`);
      seen.add(entry.id);
    }
    if (problems.length > 0) continue;
    part.push(directoryRow(entry));
    if (part.length < directoryBatch) continue;
    yield part;
    part = [];
  }
  if (problems.length >= mostProblems)
    problems.push(`there may be more: reading stopped after ${mostProblems} problems`);
  if (problems.length > 0) throw new Refusal(problems);
  yield part;
}

function entryOf({ cells }: CsvRow, place: number): DirectoryEntry {
  const cell = (column: string) => cells.get(column) ?? '';
  return {
    id: cell('id') === '' ? `entry-${place}` : cell('id'),
    firstName: cell('firstName'),
    lastName: cell('lastName'),
    number: cell('number').trim(),
    department: cell('department'),
  };
}

/** Prints it in parts, in the order of names. */
export async function exportDirectory(db: Db, out: (text: string) => void): Promise<void> {
  out(csvLines([[...directoryHeading.required, ...directoryHeading.optional]]));
  const select = db.selectFrom('directory').selectAll().orderBy('row').limit(directoryBatch);
  for (let after = 0; ;) {
    const rows = await select.where('row', '>', after).execute();
    out(csvLines(rows.map((row) => [row.first_name, row.last_name, row.number, row.department, row.id])));
    const last = rows.at(-1);
    if (!last) return;
    after = last.row;
  }
}
