/** Bulk import and export by CSV: `company import`, `company export`, and the same for each noun alone. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { checkConfiguration } from '../../company/check';
import { problemSentence } from '../../company/problem';
import { examples, type Admin } from '../admin';
import { importSheets } from '../csv/import';
import { headings, sheetNames, sheetRows, type SheetName } from '../csv/sheets';
import { csvLines } from '../csv/write';
import { Refusal, UsageError } from '../refusal';

interface ImportFlags {
  readonly replace?: boolean;
  readonly dryRun?: boolean;
}

const fileOf = (sheet: SheetName) => `${sheet}.csv`;

export function addCompany(program: Command, admin: Admin): void {
  const company = program
    .command('company')
    .description('the whole configuration: check, bulk import and export by CSV')
    .addHelpText('after', examples('company check', 'company export backup', 'company import backup --dry-run'));

  company
    .command('check')
    .description('check everything that is stored against limits and rules')
    .addHelpText('after', examples('company check'))
    .action(async () => {
      const configuration = await admin.readConfiguration();
      const problems = checkConfiguration(configuration);
      if (problems.length > 0) throw new Refusal(problems.map(problemSentence));
      admin.say(`${configuration.users.size} users, ${configuration.lines.size} lines: no problem found.`);
    });

  company
    .command('export')
    .description(`write ${sheetNames.map(fileOf).join(', ')} into a folder`)
    .argument('<folder>')
    .option('--force', 'overwrite files that are there')
    .addHelpText('after', examples('company export backup'))
    .action(async (folder: string, { force }: { readonly force?: boolean }) => {
      const configuration = await admin.readConfiguration();
      const files = sheetNames.map((sheet) => ({
        sheet,
        file: path.resolve(admin.console.cwd, folder, fileOf(sheet)),
      }));
      const there = files.find(({ file }) => existsSync(file));
      if (there && force !== true)
        throw new Refusal(`${there.file} is there already: choose another folder or add --force`);
      mkdirSync(path.resolve(admin.console.cwd, folder), { recursive: true });
      for (const { sheet, file } of files) writeFileSync(file, csvLines(sheetRows(sheet, configuration)));
      admin.say(`Exported ${configuration.users.size} users to ${folder}. Passwords are not exported.`);
    });

  withFlags(company.command('import').description('read the sheets that are in a folder, whole or not at all'))
    .argument('<folder>')
    .addHelpText(
      'after',
      `${headingsText(sheetNames)}${examples('company import backup --dry-run', 'company import backup')}`,
    )
    .action((folder: string, flags: ImportFlags) => {
      const here = sheetNames.flatMap((sheet) => {
        const file = path.resolve(admin.console.cwd, folder, fileOf(sheet));
        return existsSync(file) ? [[sheet, file] as const] : [];
      });
      if (here.length === 0) throw new UsageError(`there is none of ${sheetNames.map(fileOf).join(', ')} in ${folder}`);
      return runImport(admin, Object.fromEntries(here), flags);
    });
}

/** `users export`, `users import`, … */
export function addSheetCommands(program: Command, admin: Admin): void {
  for (const sheet of sheetNames) {
    const noun = program.commands.find((command) => command.name() === sheet);
    if (!noun) continue;
    noun
      .command('export')
      .description('print as CSV')
      .addHelpText('after', examples(`${sheet} export > ${fileOf(sheet)}`))
      .action(async () => admin.console.out(csvLines(sheetRows(sheet, await admin.readConfiguration()))));
    withFlags(noun.command('import').description('read a CSV file, whole or not at all'))
      .argument('<file>')
      .addHelpText('after', `${headingsText([sheet])}${examples(`${sheet} import ${fileOf(sheet)} --dry-run`)}`)
      .action((file: string, flags: ImportFlags) =>
        runImport(admin, { [sheet]: path.resolve(admin.console.cwd, file) }, flags),
      );
  }
}

function runImport(
  admin: Admin,
  files: Readonly<Partial<Record<SheetName, string>>>,
  flags: ImportFlags,
): Promise<void> {
  const { console } = admin;
  return admin.withDb(async (db) => {
    const dryRun = flags.dryRun === true;
    const options = { files, dryRun, replace: flags.replace === true, by: console.userName, at: console.now() };
    const { configuration, changes, remaining } = await importSheets(db, options);
    const outcome = dryRun ? 'Would be imported (nothing was changed)' : 'Imported';
    admin.say(
      `${outcome}: ${changes.length} changes; ${configuration.users.size} users, ${configuration.lines.size} lines.`,
    );
    admin.noteRemaining(remaining.length);
  });
}

function withFlags(command: Command): Command {
  return command
    .option('--replace', 'the files say all: what they do not name is removed')
    .option('--dry-run', 'check and show what would be done, and do nothing');
}

function headingsText(sheets: readonly SheetName[]): string {
  const lines = sheets.map((sheet) => {
    const { required, optional } = headings[sheet];
    return `  ${fileOf(sheet)}: ${required.join(',')}\n    and if wanted: ${optional.join(',')}`;
  });
  return `\nColumns (UTF-8, comma or semicolon, heading first, any order):\n${lines.join('\n')}\n`;
}
