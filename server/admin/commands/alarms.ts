/** `alarms`: what the names mean, and what a running service says. */
import type { Command } from 'commander';
import { z } from 'zod';
import { defaultPort } from '../../../shared/protocol/messages';
import { alarmCatalog, alarmNames } from '../../alarms/catalog';
import { examples, jsonOption, type Admin, type ListOptions } from '../admin';
import { reasonOf } from '../database';
import { Refusal, UsageError } from '../refusal';

const Answer = z.object({
  alarms: z.array(z.object({ name: z.string(), severity: z.string(), since: z.string() })),
  recentAlarms: z.array(
    z.object({ name: z.string(), severity: z.string(), at: z.string(), detail: z.string().nullable() }),
  ),
});

/** A service that does not answer within this time is not well, milliseconds. */
const patienceMs = 5_000;

interface ShowOptions extends ListOptions {
  readonly url: string;
}

export function addAlarms(program: Command, admin: Admin): void {
  const alarms = program
    .command('alarms')
    .description('named alarms')
    .addHelpText('after', examples('alarms list', 'alarms show --url http://127.0.0.1:2912'));

  alarms
    .command('list')
    .description('every alarm, what it means and what to do')
    .option(...jsonOption)
    .addHelpText('after', examples('alarms list'))
    .action((options: ListOptions) => {
      const rows = alarmNames.map((name) => {
        const { severity, endsAs, meaning, whatToDo } = alarmCatalog[name];
        return { name, severity, 'ends as': endsAs, meaning, 'what to do': whatToDo };
      });
      admin.list(['name', 'severity', 'ends as', 'meaning', 'what to do'], rows, options);
    });

  alarms
    .command('show')
    .description('what stands at a running service, and what it told last')
    .option('--url <address>', 'of the service', `http://127.0.0.1:${defaultPort}`)
    .option(...jsonOption)
    .addHelpText('after', examples('alarms show', 'alarms show --url http://10.0.0.5:2912'))
    .action(async ({ url, ...options }: ShowOptions) => {
      const { alarms: standing, recentAlarms } = await ask(url);
      const rows = [
        ...standing.map(({ name, severity, since }) => ({
          name,
          severity,
          state: 'stands',
          time: since,
          detail: null,
        })),
        ...recentAlarms.map(({ name, severity, at, detail }) => ({ name, severity, state: 'told', time: at, detail })),
      ];
      admin.list(['time', 'state', 'name', 'severity', 'detail'], rows, options);
    });
}

async function ask(url: string): Promise<z.infer<typeof Answer>> {
  if (!URL.canParse('/healthz', url)) throw new UsageError(`--url ${url} is not an address like http://127.0.0.1:2912`);
  try {
    // Also with the status 503 the answer is whole.
    const response = await fetch(new URL('/healthz', url), { signal: AbortSignal.timeout(patienceMs) });
    return Answer.parse(await response.json());
  } catch (error) {
    const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
    throw new Refusal(`the service at ${url} does not say how it is: ${reasonOf(cause)}`);
  }
}
