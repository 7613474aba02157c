/** The alarms of one service: each told once when it comes and once when it goes, in the log, in memory and to the metrics. */
import type { Logger } from 'pino';
import { alarmCatalog, type AlarmName, type LastingAlarm, type MomentaryAlarm, type Severity } from './catalog';

export interface StandingAlarm {
  readonly name: LastingAlarm;
  readonly severity: Severity;
  /** ISO 8601, UTC. */
  readonly since: string;
}

export interface ToldAlarm {
  /** Of the alarm, or of its end. */
  readonly name: string;
  readonly severity: Severity;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** One sentence more, where there is one. Never a number or a name of a person. */
  readonly detail: string | null;
}

/** The last ones are kept to be shown. */
const mostKept = 50;

export interface AlarmsOptions {
  readonly log: Pick<Logger, 'error' | 'warn' | 'info'>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Called for each alarm that is raised or told, not for ends. */
  readonly onAlarm?: (name: AlarmName) => void;
}

export class Alarms {
  readonly #options: AlarmsOptions;
  readonly #standing = new Map<LastingAlarm, number>();
  readonly #told: ToldAlarm[] = [];

  constructor(options: AlarmsOptions) {
    this.#options = options;
  }

  /** Something has happened. */
  tell(name: MomentaryAlarm, detail: string | null = null): void {
    this.#say(name, alarmCatalog[name].severity, alarmCatalog[name].meaning, detail);
    this.#options.onAlarm?.(name);
  }

  /** Something is wrong from now on; raising it again says nothing. */
  raise(name: LastingAlarm, detail: string | null = null): void {
    if (this.#standing.has(name)) return;
    this.#standing.set(name, this.#options.now());
    this.#say(name, alarmCatalog[name].severity, alarmCatalog[name].meaning, detail);
    this.#options.onAlarm?.(name);
  }

  /** It is right again; clearing what was not raised says nothing. */
  clear(name: LastingAlarm): void {
    const since = this.#standing.get(name);
    if (since === undefined) return;
    this.#standing.delete(name);
    const seconds = Math.max(0, Math.round((this.#options.now() - since) / 1_000));
    this.#say(alarmCatalog[name].endsAs, 'notice', `${name} has ended.`, `after ${seconds} s`);
  }

  /** Raised and not cleared yet, oldest first. */
  get standing(): readonly StandingAlarm[] {
    return [...this.#standing].map(([name, since]) => ({
      name,
      severity: alarmCatalog[name].severity,
      since: new Date(since).toISOString(),
    }));
  }

  /** The last ones told, newest first. */
  get told(): readonly ToldAlarm[] {
    return this.#told.toReversed();
  }

  #say(name: string, severity: Severity, meaning: string, detail: string | null): void {
    this.#told.push({ name, severity, at: new Date(this.#options.now()).toISOString(), detail });
    if (this.#told.length > mostKept) this.#told.shift();
    const fields = { alarm: name, severity, ...(detail !== null && { detail }) };
    if (severity === 'critical' || severity === 'major') this.#options.log.error(fields, meaning);
    else if (severity === 'minor') this.#options.log.warn(fields, meaning);
    else this.#options.log.info(fields, meaning);
  }
}
