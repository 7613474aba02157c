/** Changes the configuration: whole or not at all, checked, logged, and noticed by running services. */
import type { Result } from '../../shared/result';
import { fail, ok } from '../../shared/result';
import { loadConfiguration, readState, type ConfigurationState } from '../store/configuration';
import { logAdministration } from '../store/logAdministration';
import { durably, type Db, type Tx } from '../store/open';
import { raiseRevision } from '../store/revision';
import { saveConfiguration } from '../store/saveConfiguration';
import { changesBetween, type LoggedChange } from './changes';
import { checkConfiguration } from './check';
import type { Configuration } from './configuration';
import { isSame } from './difference';
import { problemSentence, type Problem } from './problem';
import { writesBetween, type Writes } from './writes';

/** From the configuration as it is to what it shall be; or why not. Pure: it runs again when the database was busy. */
export type Edit = (configuration: Configuration) => Result<Configuration, string>;

export interface Applied {
  readonly configuration: Configuration;
  readonly changes: readonly LoggedChange[];
  /** What was wrong before already and still is. */
  readonly remaining: readonly Problem[];
}

export type NotApplied =
  | { readonly kind: 'impossible'; readonly message: string }
  /** Nothing was changed. */
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

export interface ApplyOptions {
  /** Who does it: the name of the operating system's user. */
  readonly by: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly edit: Edit;
  /** See what would be done, and do nothing. */
  readonly dryRun?: boolean;
}

/** So often is worked out anew what somebody else came between; then nobody is let in meanwhile. */
const attempts = 5;

/**
 * Problems that were there before do not stand in the way: else a configuration with two of them could not be mended. Reading and
 * checking a large company takes most of a second; that is done before the transaction, which is for writing only: on SQLite services
 * cannot renew their lease while it lasts.
 */
export async function applyEdit(db: Db, options: ApplyOptions): Promise<Result<Applied, NotApplied>> {
  for (let attempt = 1; ; attempt += 1) {
    const seen = await readState(db);
    const planned = await prepare(db, options);
    const done = await finish(db, options, seen, planned);
    if (done !== 'changedMeanwhile') return done;
    if (attempt < attempts) continue;
    return durably(db, async (tx) => {
      const now = await prepare(tx, options);
      if (now.ok && now.value.changes.length > 0 && options.dryRun !== true) await write(tx, now.value, options);
      return now;
    });
  }
}

/** A refusal too counts only when what was read holds together: the tables are read one after another. */
async function finish(
  db: Db,
  options: ApplyOptions,
  seen: ConfigurationState,
  planned: Result<Prepared, NotApplied>,
): Promise<Result<Applied, NotApplied> | 'changedMeanwhile'> {
  if (!planned.ok || planned.value.changes.length === 0 || options.dryRun === true) {
    return isSame(await readState(db), seen) ? planned : 'changedMeanwhile';
  }
  return durably(db, async (tx) => {
    if (!isSame(await readState(tx), seen)) return 'changedMeanwhile';
    await write(tx, planned.value, options);
    return planned;
  });
}

interface Prepared extends Applied {
  readonly writes: Writes;
}

async function prepare(db: Db, { edit }: ApplyOptions): Promise<Result<Prepared, NotApplied>> {
  const before = await loadConfiguration(db);
  const planned = plan(before, edit);
  if (!planned.ok) return planned;
  return ok({ ...planned.value, writes: writesBetween(before, planned.value.configuration) });
}

async function write(tx: Tx, { writes, changes }: Prepared, { by, at }: ApplyOptions): Promise<void> {
  await saveConfiguration(tx, writes);
  await logAdministration(tx, { by, at }, changes);
  await raiseRevision(tx, 'company');
}

function plan(before: Configuration, edit: Edit): Result<Applied, NotApplied> {
  const edited = edit(before);
  if (!edited.ok) return fail({ kind: 'impossible', message: edited.error });
  const configuration = edited.value;
  const found = checkConfiguration(configuration);
  const known = new Set(found.length === 0 ? [] : checkConfiguration(before).map(problemSentence));
  const problems = found.filter((problem) => !known.has(problemSentence(problem)));
  if (problems.length > 0) return fail({ kind: 'problems', problems });
  return ok({ configuration, changes: changesBetween(before, configuration), remaining: found });
}
