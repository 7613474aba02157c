/** Changes the configuration: whole or not at all, checked, logged, and noticed by running services. */
import type { Result } from '../../shared/result';
import { fail, ok } from '../../shared/result';
import { loadConfiguration } from '../store/configuration';
import { logAdministration } from '../store/logAdministration';
import { durably, type Db, type Tx } from '../store/open';
import { raiseRevision } from '../store/revision';
import { saveConfiguration } from '../store/saveConfiguration';
import { changesBetween, type LoggedChange } from './changes';
import { checkConfiguration } from './check';
import type { Configuration } from './configuration';
import { problemSentence, type Problem } from './problem';

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

/** Problems that were there before do not stand in the way: else a configuration with two of them could not be mended. */
export async function applyEdit(db: Db, options: ApplyOptions): Promise<Result<Applied, NotApplied>> {
  if (options.dryRun === true) return plan(await loadConfiguration(db), options.edit);
  return durably(db, async (tx) => {
    const before = await loadConfiguration(tx);
    const planned = plan(before, options.edit);
    if (planned.ok && planned.value.changes.length > 0) await write(tx, before, planned.value, options);
    return planned;
  });
}

async function write(tx: Tx, before: Configuration, applied: Applied, { by, at }: ApplyOptions): Promise<void> {
  await saveConfiguration(tx, before, applied.configuration);
  await logAdministration(tx, { by, at }, applied.changes);
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
