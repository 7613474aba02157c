/** `statistics`: what became of the calls to managers. */
import { Option, type Command } from 'commander';
import { csvText } from '../../records/csv';
import { sumUp, type Statistics, type StatisticsBy } from '../../records/statistics';
import { keptMs, storedCalls } from '../../store/callRecords';
import { examples, type Admin } from '../admin';
import { table } from '../output';
import { periodHelp, readMoment } from './period';

interface StatisticsOptions {
  readonly from?: string;
  readonly to?: string;
  readonly by: StatisticsBy;
  readonly format: 'table' | 'csv' | 'json';
}

export function addStatistics(program: Command, admin: Admin): void {
  program
    .command('statistics')
    .description('call-completion statistics per manager or assistant (docs/operations.md says what is counted)')
    .option('--from <time>', periodHelp)
    .option('--to <time>', 'the same; a day is included')
    .addOption(new Option('--by <who>', 'one row for each').choices(['manager', 'assistant']).default('manager'))
    .addOption(new Option('--format <format>', 'how to print').choices(['table', 'csv', 'json']).default('table'))
    .addHelpText(
      'after',
      examples('statistics --from 2026-11-01 --to 2026-11-30', 'statistics --by assistant --format csv'),
    )
    .action((options: StatisticsOptions) => {
      const from = readMoment(options.from, 'from') ?? admin.console.now() - keptMs;
      // Whatever the clocks of the services said: everything there is.
      const to = readMoment(options.to, 'to') ?? Number.MAX_SAFE_INTEGER;
      return admin.withDb(async (db) => {
        print(admin, await sumUp(storedCalls(db, from, to), options.by), options);
      });
    });
}

function print(admin: Admin, statistics: readonly Statistics[], { by, format }: StatisticsOptions): void {
  const { out, err } = admin.console;
  if (format === 'json') {
    out(`${JSON.stringify(statistics)}\n`);
    return;
  }
  const rows = statistics.map((one) => rowOf(one, by));
  const columns = Object.keys(rowOf(nobody, by));
  if (format === 'csv') out(csvText(columns, rows));
  else if (rows.length === 0) err('(no calls)\n');
  else out(table(columns, rows));
}

const nobody: Statistics = {
  userId: '',
  offered: 0,
  answered: 0,
  answeredByAssistant: 0,
  answeredByManager: 0,
  answeredFor: [],
  abandoned: 0,
  diverted: 0,
  voicemail: 0,
  notAnswered: 0,
  averageAnswerMs: null,
  p90AnswerMs: null,
  averageTalkMs: null,
};

function rowOf(one: Statistics, by: StatisticsBy) {
  const others = one.answeredFor.map(({ userId, calls }) => `${userId}: ${calls}`).join(', ');
  return {
    [by]: one.userId,
    offered: one.offered,
    answered: one.answered,
    'by assistant': one.answeredByAssistant,
    'by manager': one.answeredByManager,
    abandoned: one.abandoned,
    diverted: one.diverted,
    voicemail: one.voicemail,
    'not answered': one.notAnswered,
    'average answer s': seconds(one.averageAnswerMs),
    'p90 answer s': seconds(one.p90AnswerMs),
    'average talk s': seconds(one.averageTalkMs),
    [by === 'manager' ? 'answered by whom' : 'answered for whom']: others,
  };
}

function seconds(ms: number | null): string {
  return ms === null ? '' : (ms / 1_000).toFixed(1);
}
