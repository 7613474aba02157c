/**
 * What Prometheus is told (docs/operations.md lists every name). Counting is all that the rest of the service does here;
 * what can be read when it is asked for is read then. No label holds a user id, a number or an address.
 */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { alarmCatalog, alarmNames, lastingAlarms, type AlarmName, type LastingAlarm } from '../alarms/catalog';
import type { CertificateAge } from '../alarms/conditions';
import { RecentCount } from '../alarms/recentCount';

/** Read at each scrape. */
export interface Reading {
  readonly active: boolean;
  /** Of the lease while active, else null. */
  readonly epoch: number | null;
  readonly switchUp: boolean;
  readonly routing: boolean;
  readonly storeUp: boolean;
  readonly consoles: number;
  /** Null while this service has not loaded the directory. */
  readonly directoryEntries: number | null;
  readonly callRecordsWaiting: number;
  readonly loopDelayMs: number;
  readonly standingAlarms: readonly LastingAlarm[];
  /** Null where the service speaks without TLS. */
  readonly certificate: Pick<CertificateAge, 'untilEndMs'> | null;
}

/** A decision takes microseconds, an answer of the switch milliseconds. Seconds. */
const fastSeconds = [0.000_05, 0.000_1, 0.000_25, 0.000_5, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5];

export class Metrics {
  readonly #registry = new Registry();
  readonly #logins = this.#counter('ipma_logins_total', 'Logins and resumes by outcome', ['kind', 'outcome']);
  readonly #commands = this.#counter('ipma_commands_total', 'Commands of consoles by outcome', ['type', 'outcome']);
  readonly #routed = this.#counter('ipma_calls_routed_total', 'Calls routed, by row of the routing table', [
    'row',
    'destination',
    'outcome',
  ]);
  readonly #decision = this.#histogram('ipma_route_decision_seconds', 'Time to decide where a call goes');
  readonly #noAnswer = this.#counter('ipma_rna_forwards_total', 'Calls passed on after ringing unanswered', [
    'destination',
  ]);
  readonly #takeovers = this.#counter('ipma_takeovers_total', 'Times this service became active', []);
  readonly #stepDowns = this.#counter('ipma_step_downs_total', 'Times this service stopped being active', []);
  readonly #switchLinks = this.#counter('ipma_switch_connections_total', 'Times the link to the switch was made', []);
  readonly #storeErrors = this.#counter('ipma_store_errors_total', 'Times the database did not answer', []);
  readonly #search = this.#histogram('ipma_directory_search_seconds', 'Time to answer a directory search');
  readonly #records = this.#counter('ipma_call_records_written_total', 'Call records written', []);
  readonly #lost = this.#counter('ipma_call_records_lost_total', 'Call records given up: the database was away', []);
  readonly #alarms = this.#counter('ipma_alarms_total', 'Alarms raised or told', ['alarm', 'severity']);
  readonly #failedLogins = new RecentCount();
  #waiting = 0;

  constructor(read: () => Reading) {
    for (const name of alarmNames) this.#alarms.inc({ alarm: name, severity: alarmCatalog[name].severity }, 0);
    this.#gauge('ipma_active', '1 while this service is the active one', () => Number(read().active));
    this.#gauge('ipma_epoch', 'Epoch of the lease; 0 while standby', () => read().epoch ?? 0);
    this.#gauge('ipma_switch_up', '1 while the switch answers', () => Number(read().switchUp));
    this.#gauge('ipma_routing_up', '1 while this service decides where calls go', () => Number(read().routing));
    this.#gauge('ipma_store_up', '1 while the database answers', () => Number(read().storeUp));
    this.#gauge('ipma_consoles', 'Consoles logged in', () => read().consoles);
    this.#gauge('ipma_commands_waiting', 'Commands that have come and are not done', () => this.#waiting);
    this.#gauge('ipma_directory_entries', 'Entries of the directory', () => read().directoryEntries ?? 0);
    this.#gauge('ipma_call_records_waiting', 'Call records not written yet', () => read().callRecordsWaiting);
    this.#gauge('ipma_loop_delay_seconds', 'Lateness of the event loop in the last second, 99th percentile', () => {
      return read().loopDelayMs / 1_000;
    });
    const left: Gauge = new Gauge({
      name: 'ipma_certificate_left_seconds',
      help: "Until the service's certificate ends; negative once it has; without TLS there is no value",
      registers: [this.#registry],
      collect: () => {
        const { certificate } = read();
        if (certificate) left.set(certificate.untilEndMs / 1_000);
        else left.remove();
      },
    });
    const standing = new Gauge({
      name: 'ipma_alarm_standing',
      help: '1 while the alarm stands',
      labelNames: ['alarm', 'severity'],
      registers: [this.#registry],
      collect: () => {
        const now = new Set(read().standingAlarms);
        for (const alarm of lastingAlarms) {
          standing.set({ alarm, severity: alarmCatalog[alarm].severity }, Number(now.has(alarm)));
        }
      },
    });
  }

  /** `outcome` is `done` or an error code. */
  login(kind: 'password' | 'resume', outcome: string, now: number): void {
    this.#logins.inc({ kind, outcome });
    if (outcome === 'wrongPassword' || outcome === 'unknownUser') this.#failedLogins.add(now);
  }

  /** Refused for a wrong password or an unknown user within the last minute. `now` in monotonic milliseconds. */
  failedLogins(now: number): number {
    return this.#failedLogins.lastMinute(now);
  }

  get waitingCommands(): number {
    return this.#waiting;
  }

  commandCame(): void {
    this.#waiting += 1;
  }

  /** `outcome` is `done`, `unknown` or an error code. */
  commandEnded(type: string, outcome: string): void {
    this.#waiting -= 1;
    this.#commands.inc({ type, outcome });
  }

  /** `row` of product §5; `outcome` is `accepted` or what the switch said. */
  routed(row: number, destination: string, outcome: string): void {
    this.#routed.inc({ row: String(row), destination, outcome });
  }

  routeDecided(seconds: number): void {
    this.#decision.observe(seconds);
  }

  /** A call rang unanswered: to which kind of place it went then, `none` where it goes on ringing. */
  passedOn(destination: string): void {
    this.#noAnswer.inc({ destination });
  }

  becameActive(): void {
    this.#takeovers.inc();
  }

  becameStandby(): void {
    this.#stepDowns.inc();
  }

  switchConnected(): void {
    this.#switchLinks.inc();
  }

  storeFailed(): void {
    this.#storeErrors.inc();
  }

  searched(seconds: number): void {
    this.#search.observe(seconds);
  }

  recordsWritten(count: number): void {
    this.#records.inc(count);
  }

  recordsLost(count: number): void {
    this.#lost.inc(count);
  }

  alarm(name: AlarmName): void {
    this.#alarms.inc({ alarm: name, severity: alarmCatalog[name].severity });
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  /** In the text format of Prometheus; with the metrics of the process, which services in one process share. */
  text(): Promise<string> {
    return Registry.merge([this.#registry, processMetrics()]).metrics();
  }

  #counter<Label extends string>(name: string, help: string, labelNames: Label[]): Counter<Label> {
    return new Counter({ name, help, labelNames, registers: [this.#registry] });
  }

  #histogram(name: string, help: string): Histogram {
    return new Histogram({ name, help, buckets: fastSeconds, registers: [this.#registry] });
  }

  #gauge(name: string, help: string, read: () => number): void {
    const gauge: Gauge = new Gauge({ name, help, registers: [this.#registry], collect: () => gauge.set(read()) });
  }
}

/** Counts for nobody: for parts that are tried alone. */
export function uncounted(): Metrics {
  return new Metrics(() => ({
    active: false,
    epoch: null,
    switchUp: false,
    routing: false,
    storeUp: false,
    consoles: 0,
    directoryEntries: null,
    callRecordsWaiting: 0,
    loopDelayMs: 0,
    standingAlarms: [],
    certificate: null,
  }));
}

let shared: Registry | null = null;

/** Made when first asked for: it observes the garbage collector from then on. */
function processMetrics(): Registry {
  if (shared) return shared;
  shared = new Registry();
  collectDefaultMetrics({ register: shared, prefix: 'ipma_' });
  return shared;
}
