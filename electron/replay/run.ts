/** The four commands. 0: done; 1: a replay does not arrive at what was recorded; 2: asked for wrongly; 3: the file can't be opened. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { eventKinds, type EventKind } from '../../shared/session/format';
import type { Recording } from '../../shared/session/recording';
import { summaryOf } from '../../shared/session/summary';
import { loadRecording } from './load';
import { indexOf, parseMoment, type Moment } from './moment';
import { eventText, stateText, summaryText, verdictText } from './texts';
import { dateOf, jsonOf, problems, shown } from './words';

export interface Output {
  print(text: string): void;
  complain(text: string): void;
}

interface Wishes {
  readonly json?: true;
  readonly at?: Moment;
  readonly kind?: EventKind;
  readonly find?: string;
  readonly limit?: number;
}

const diverged = 1;
const askedWrongly = 2;
const notOpened = 3;

export async function run(args: readonly string[], output: Output): Promise<number> {
  let code = 0;
  const opened =
    (work: (recording: Recording, wishes: Wishes) => number | Promise<number>) =>
    async (file: string, wishes: Wishes): Promise<void> => {
      const recording = await loadRecording(file);
      if (recording.ok) code = await work(recording.value, wishes);
      else {
        output.complain(`${shown(file)}: ${problems[recording.error]}`);
        code = notOpened;
      }
    };
  const program = new Command('replay')
    .description('What is in a recording of the Assistant Console.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => output.print(text.trimEnd()),
      writeErr: (text) => output.complain(text.trimEnd()),
    });
  const command = (name: string, description: string) =>
    program.command(name).description(description).argument('<file>').option('--json', 'for a program to read');
  const atTime = () =>
    new Option('--at <time>', '12:03:20 by the clock here, +90s from the beginning, or an ISO date').argParser(
      momentOf,
    );

  command('summary', 'how long, how many, what happened, what is damaged').action(
    opened((recording, wishes) => summarize(recording, wishes, output)),
  );
  command('state', 'what was on the screen then (without --at: at the end)')
    .addOption(atTime())
    .action(opened((recording, wishes) => tellState(recording, wishes, output)));
  command('verify', 'replays all of it and compares at every checkpoint').action(
    opened((recording, wishes) => check(recording, wishes, output)),
  );
  command('events', 'one line for each event (--at: from then on)')
    .addOption(atTime())
    .addOption(new Option('--kind <kind>', 'only these').choices(eventKinds))
    .option('--find <text>', 'only those that hold this text')
    .option('--limit <count>', 'at most so many', countOf)
    .action(opened((recording, wishes) => listEvents(recording, wishes, output)));
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : askedWrongly;
  }
  return code;
}

function summarize(recording: Recording, { json }: Wishes, output: Output): number {
  const summary = summaryOf(recording);
  output.print(json ? jsonOf(summary) : summaryText(summary).join('\n'));
  return 0;
}

function tellState(recording: Recording, { json, at }: Wishes, output: Output): number {
  const index = at === undefined ? recording.count - 1 : indexOf(recording, at);
  const state = recording.stateAt(index);
  if (json) {
    output.print(jsonOf({ at: index, time: index < 0 ? null : recording.wallOf(index), state }));
    return 0;
  }
  const when = index < 0 ? 'before the first event' : `after event ${index}, ${dateOf(recording.wallOf(index))}`;
  output.print([when, ...stateText(state)].join('\n'));
  return 0;
}

async function check(recording: Recording, { json }: Wishes, output: Output): Promise<number> {
  const verdict = await recording.verify();
  output.print(json ? jsonOf(verdict) : verdictText(verdict).join('\n'));
  return verdict.agree === verdict.checkpoints ? 0 : diverged;
}

function listEvents(recording: Recording, { json, at, kind, find, limit = Infinity }: Wishes, output: Output): number {
  let left = limit;
  const found = find === undefined ? null : new Set(recording.find(find, 0, recording.count));
  for (let index = at === undefined ? 0 : Math.max(0, indexOf(recording, at)); index < recording.count; index++) {
    if (kind !== undefined && recording.kindOf(index) !== kind) continue;
    if (found !== null && !found.has(index)) continue;
    if (left-- <= 0) break;
    // As it was written: what it says itself about its place and time, too.
    output.print(json ? shown(recording.raw(index)) : eventText(recording, index, recording.event(index)));
  }
  return 0;
}

function momentOf(text: string): Moment {
  const moment = parseMoment(text);
  if (moment === null) throw new InvalidArgumentError('A time is 12:03:20, +90s, +1h30m or 2026-11-22T12:03:20Z.');
  return moment;
}

function countOf(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('How many, as a number.');
  return Number(text);
}
