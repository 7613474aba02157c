/** The side of a service that administrators look at: metrics, alarms, call records. It watches; it decides nothing. */
import type { Logger } from 'pino';
import { Alarms } from './alarms/alarms';
import type { MomentaryAlarm } from './alarms/catalog';
import type { Sample } from './alarms/conditions';
import { measureLoopDelay } from './alarms/loopDelay';
import { MissingLines } from './alarms/missingLines';
import { AlarmWatch, everySecond } from './alarms/watch';
import { CallRecorder, type RecorderTarget } from './records/callRecorder';
import type { SwitchListener } from './switch/port';
import { serviceVersion } from './version';
import type { Health } from './web/health';
import { Metrics, type Reading } from './web/metrics';

/** What the service says of itself when it is asked. */
export type Now = Pick<Reading, 'active' | 'epoch' | 'switchUp' | 'routing' | 'storeUp' | 'consoles'> &
  Pick<Sample, 'peer' | 'certificate'> & {
    /** Null while it is not in memory. */
    readonly directoryEntries: number | null;
  };

const recordEveryMs = 1_000;

export class Operation {
  readonly metrics: Metrics;
  readonly alarms: Alarms;
  /** To be heard along with the service's own listener. */
  readonly switchListener: SwitchListener;
  readonly #recorder: CallRecorder;
  readonly #now: () => Now;
  readonly #missingLines = new MissingLines();
  readonly #loop = measureLoopDelay();
  readonly #watch: AlarmWatch;
  readonly #stopWatching: () => void;
  readonly #startedAt = performance.now();
  #loopDelayMs = 0;
  #storeWasUp = true;
  #configurationValid = true;
  /** The configuration in force; null while another service is active. */
  #company: RecorderTarget['company'] | null = null;
  #recordsLost = false;

  constructor(log: Logger, now: () => Now) {
    this.#now = now;
    this.metrics = new Metrics(() => this.#reading());
    this.alarms = new Alarms({ log, now: Date.now, onAlarm: (name) => this.metrics.alarm(name) });
    this.#watch = new AlarmWatch(this.alarms);
    this.#recorder = new CallRecorder({
      log,
      now: Date.now,
      everyMs: recordEveryMs,
      onWritten: (count) => {
        this.#recordsLost = false;
        this.metrics.recordsWritten(count);
      },
      onLost: (count) => this.#lost(count),
    });
    const recorder = this.#recorder;
    const { metrics } = this;
    const missingLines = this.#missingLines;
    this.switchListener = {
      connected(snapshot) {
        metrics.switchConnected();
        missingLines.connected(snapshot);
        recorder.connected(snapshot);
      },
      event(event) {
        missingLines.event(event);
        recorder.event(event);
      },
      disconnected() {
        missingLines.disconnected();
        recorder.disconnected();
      },
    };
    this.#stopWatching = everySecond(() => this.#look());
  }

  becameActive(target: RecorderTarget): void {
    this.#company = target.company;
    this.#configurationValid = true;
    this.metrics.becameActive();
    this.alarms.tell('BecameActive', `epoch ${target.fence.epoch}`);
    this.#recorder.activate(target);
  }

  becameStandby(): void {
    this.#company = null;
    this.#recorder.deactivate();
    this.metrics.becameStandby();
    this.alarms.tell('BecameStandby');
  }

  tell(name: MomentaryAlarm, detail?: string): void {
    this.alarms.tell(name, detail);
  }

  /** Could what is in the store be read as a company? */
  configurationRead(valid: boolean): void {
    this.#configurationValid = valid;
  }

  /** Its part of the health answer. */
  health(): Pick<Health, 'version' | 'uptimeSeconds' | 'alarms' | 'recentAlarms'> {
    return {
      version: serviceVersion,
      uptimeSeconds: Math.round((performance.now() - this.#startedAt) / 1_000),
      alarms: this.alarms.standing,
      recentAlarms: this.alarms.told,
    };
  }

  /** `clean` writes the call records that wait; the lease must still be held. */
  async stop(how: 'clean' | 'abrupt'): Promise<void> {
    this.#stopWatching();
    this.#loop.stop();
    await this.#recorder.stop(how);
  }

  #look(): void {
    const now = this.#now();
    this.#loopDelayMs = this.#loop.take();
    if (this.#storeWasUp && !now.storeUp) this.metrics.storeFailed();
    this.#storeWasUp = now.storeUp;
    const sample: Sample = {
      ...now,
      configurationValid: this.#configurationValid,
      missingLines: this.#company ? this.#missingLines.count(this.#company()) : 0,
      directoryLoaded: now.storeUp ? now.directoryEntries !== null : null,
      loopDelayMs: this.#loopDelayMs,
      waitingCommands: this.metrics.waitingCommands,
      failedLogins: this.metrics.failedLogins(performance.now()),
    };
    this.#watch.look(sample, performance.now());
  }

  #reading(): Reading {
    return {
      ...this.#now(),
      callRecordsWaiting: this.#recorder.waiting,
      loopDelayMs: this.#loopDelayMs,
      standingAlarms: this.alarms.standing.map(({ name }) => name),
    };
  }

  #lost(count: number): void {
    this.metrics.recordsLost(count);
    // Once an outage, not once a call.
    if (!this.#recordsLost) this.alarms.tell('CallRecordsLost');
    this.#recordsLost = true;
  }
}
