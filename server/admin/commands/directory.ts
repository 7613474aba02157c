/** `directory`: who can be looked up, entry by entry or all at once by CSV. */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Command } from 'commander';
import { parseQuery } from '../../../shared/directory/query';
import type { DirectoryEntry } from '../../../shared/protocol/messages';
import { entryProblem } from '../../company/entry';
import { searchDirectory } from '../../store/directory';
import { findEntry, saveEntry } from '../../store/directoryEdit';
import { importDirectory } from '../../store/directoryImport';
import { examples, jsonOption, type Admin, type ListOptions } from '../admin';
import { given } from '../arguments';
import { directoryHeading, directoryParts, exportDirectory } from '../csv/directory';
import { Refusal, UsageError } from '../refusal';

type EntryOptions = Partial<Omit<DirectoryEntry, 'id'>>;

export function addDirectory(program: Command, admin: Admin): void {
  const directory = program
    .command('directory')
    .description('who can be looked up')
    .addHelpText('after', examples('directory list mar', 'directory import people.csv'));

  directory
    .command('list')
    .description('the first 25 whose first or last name has this in it')
    .argument('[text...]', 'parts of names, in any order; all entries are printed by directory export')
    .option(...jsonOption)
    .addHelpText('after', examples('directory list kowal', 'directory list an ko --json'))
    .action((text: readonly string[], options: ListOptions) => {
      const query = parseQuery(text.join(' '));
      if (!query.ok) throw new UsageError('give a part of a name, without wildcards; all entries: directory export');
      return admin.withDb(async (db) => {
        const { entries, more } = await searchDirectory(db, query.value);
        admin.list(['id', 'firstName', 'lastName', 'number', 'department'], entries, options);
        if (more) admin.console.err('(there are more)\n');
      });
    });

  withEntryOptions(directory.command('add').description('add an entry'))
    .option('--id <id>', 'else one is made')
    .addHelpText(
      'after',
      examples('directory add --first-name Lena --last-name Meyer --number 1234 --department Sales'),
    )
    .action((options: EntryOptions & { readonly id?: string }) => {
      const id = options.id ?? randomUUID();
      return save(admin, { id, firstName: '', lastName: '', number: '', department: '', ...given(options) }, 'new');
    });

  withEntryOptions(directory.command('change').description('change what is given, leave the rest').argument('<id>'))
    .addHelpText('after', examples('directory change 1f0c --number 1235'))
    .action(async (id: string, options: EntryOptions) => {
      if (Object.keys(options).length === 0) throw new UsageError('nothing to change: see directory change --help');
      const entry = await admin.withDb((db) => findEntry(db, id));
      if (!entry) throw new Refusal(`there is no entry ${id}`);
      await save(admin, { ...entry, ...given(options) }, 'there');
    });

  directory
    .command('remove')
    .description('remove an entry')
    .argument('<id>')
    .addHelpText('after', examples('directory remove 1f0c'))
    .action((id: string) =>
      admin.withDb(async (db) => {
        if (!(await saveEntry(db, who(admin), id, null, 'there'))) throw new Refusal(`there is no entry ${id}`);
        admin.say(`Removed the entry ${id}.`);
      }),
    );

  directory
    .command('import')
    .description('replace the whole directory by a CSV file, whole or not at all')
    .argument('<file>')
    .addHelpText(
      'after',
      `\nColumns: ${directoryHeading.required.join(',')}; if wanted ${directoryHeading.optional.join(',')}\n${examples('directory import people.csv')}`,
    )
    .action((file: string) =>
      admin.withDb(async (db) => {
        const start = performance.now();
        const parts = directoryParts(path.resolve(admin.console.cwd, file));
        const count = await importDirectory(db, { parts, ...who(admin) });
        const seconds = ((performance.now() - start) / 1_000).toFixed(1);
        admin.say(`Imported ${count} entries in ${seconds} s. Running services take them over.`);
      }),
    );

  directory
    .command('export')
    .description('print the whole directory as CSV')
    .addHelpText('after', examples('directory export > people.csv'))
    .action(() => admin.withDb((db) => exportDirectory(db, admin.console.out)));
}

function save(admin: Admin, entry: DirectoryEntry, expected: 'new' | 'there'): Promise<void> {
  const problem = entryProblem(entry);
  if (problem) throw new Refusal(`${problem.column}: ${problem.message}`);
  return admin.withDb(async (db) => {
    const saved = await saveEntry(db, who(admin), entry.id, entry, expected);
    if (!saved)
      throw new Refusal(
        `there is ${expected === 'new' ? 'an' : 'no'} entry ${entry.id}${expected === 'new' ? ' already' : ''}`,
      );
    admin.say(`Saved the entry ${entry.id}.`);
  });
}

function who({ console }: Admin) {
  return { by: console.userName, at: console.now() };
}

function withEntryOptions(command: Command): Command {
  return command
    .option('--first-name <name>')
    .option('--last-name <name>')
    .option('--number <number>')
    .option('--department <name>');
}
