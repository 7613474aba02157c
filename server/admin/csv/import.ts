/** Imports sheets: read whole, checked whole, then written whole or not at all. */
import { applyEdit, type Applied } from '../../company/apply';
import { hashPassword } from '../../store/passwords';
import type { Db } from '../../store/open';
import { passwordProblems } from '../password';
import { Refusal } from '../refusal';
import { mergeSheets } from './merge';
import { SheetReader, type Sheets } from './parseSheets';
import type { SheetName } from './sheets';

export interface ImportOptions {
  readonly files: Readonly<Partial<Record<SheetName, string>>>;
  readonly replace: boolean;
  readonly dryRun: boolean;
  readonly by: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Throws a Refusal that names every problem with file, line and column. */
export async function importSheets(db: Db, options: ImportOptions): Promise<Applied> {
  const reader = new SheetReader();
  const sheets = await reader.read(options.files);
  checkPasswords(sheets, reader);
  if (reader.problems.length > 0) throw new Refusal(reader.problems);
  // Before the transaction: hashing takes its time on purpose.
  const passwordHashes = options.dryRun ? new Map<string, string>() : await hashPasswords(sheets);
  const edit = mergeSheets(sheets, { replace: options.replace, passwordHashes });
  const applied = await applyEdit(db, { by: options.by, at: options.at, edit, dryRun: options.dryRun });
  if (applied.ok) return applied.value;
  const { error } = applied;
  throw new Refusal(
    error.kind === 'impossible' ? error.message : error.problems.map((problem) => reader.sentence(problem)),
  );
}

function checkPasswords({ users }: Sheets, reader: SheetReader): void {
  for (const { userId, password } of users ?? []) {
    if (password === undefined) continue;
    for (const problem of passwordProblems(password, userId)) {
      reader.problemAt('users', reader.lineOf('users', userId), 'password', problem);
    }
  }
}

/** As many at a time as the thread pool has threads. */
const atOnce = 4;

async function hashPasswords({ users }: Sheets): Promise<ReadonlyMap<string, string>> {
  const hashes = new Map<string, string>();
  const waiting = (users ?? []).flatMap(({ userId, password }) =>
    password === undefined ? [] : [{ userId, password }],
  );
  for (let from = 0; from < waiting.length; from += atOnce) {
    const part = waiting.slice(from, from + atOnce);
    await Promise.all(part.map(async ({ userId, password }) => hashes.set(userId, await hashPassword(password))));
  }
  return hashes;
}
