/** *Check connection*: both servers at once, step by step, on connections of its own; the live session is only looked at. */
import type { ServerAddress, Settings } from '../../../shared/bridge';
import { checkSteps } from '../../../shared/connection/check';
import type { CheckStep, CheckStepName, ConnectionCheck, ServerCheck } from '../../../shared/connection/check';
import { attemptLimitMs } from '../../../shared/connection/timing';
import { protocolVersion } from '../../../shared/protocol/messages';
import type { ServiceName } from '../../../shared/protocol/messages';
import { urlOf } from '../address';
import type { Clock } from '../clock';
import type { SessionLook } from '../session';
import type { Network } from './network';
import { failed, failedBy } from './outcome';
import type { Outcome } from './outcome';
import { Steps } from './steps';

export interface CheckerEnvironment {
  readonly clock: Clock;
  readonly network: Network;
  readonly appVersion: string;
  readonly settings: () => Settings;
  readonly look: () => SessionLook;
  /** After every step begun or done. */
  readonly progress: (check: ConnectionCheck) => void;
}

export class ConnectionChecker {
  #running: Promise<ConnectionCheck> | null = null;
  readonly #open = new Set<Steps>();
  #closed = false;

  constructor(private readonly environment: CheckerEnvironment) {}

  /** Whoever asks while one is under way gets the answer of that one. */
  run(): Promise<ConnectionCheck> {
    this.#running ??= this.#check().finally(() => (this.#running = null));
    return this.#running;
  }

  /** The console ends: no socket is left behind. */
  close(): void {
    this.#closed = true;
    for (const steps of this.#open) steps.end();
  }

  async #check(): Promise<ConnectionCheck> {
    const { clock, progress, look, settings } = this.environment;
    const { primary, backup } = settings();
    const targets: readonly [ServiceName, ServerAddress][] = [
      ['primary', primary],
      ...(backup === null ? [] : [['backup', backup] satisfies [ServiceName, ServerAddress]]),
    ];
    let check: ConnectionCheck = {
      startedAt: clock.wall(),
      protocol: protocolVersion,
      timing: look().timing,
      done: false,
      servers: targets.map(([server, address]) => ({ server, url: urlOf(address), steps: checkSteps.map(waiting) })),
    };
    const show = (next: ConnectionCheck) => progress((check = next));
    const change = (server: ServiceName, step: CheckStep) =>
      show({ ...check, servers: check.servers.map((one) => (one.server === server ? withStep(one, step) : one)) });
    show(check);
    await Promise.all(targets.map(([server, address]) => this.#walk(server, address, (step) => change(server, step))));
    show({ ...check, done: true });
    return check;
  }

  async #walk(server: ServiceName, address: ServerAddress, tell: (step: CheckStep) => void): Promise<void> {
    const { clock, network, appVersion, settings, look } = this.environment;
    const steps = new Steps({ server, address, settings: settings(), appVersion, network, clock, look });
    this.#open.add(steps);
    try {
      let hasFailed = false;
      for (const step of checkSteps) {
        // What was under way may still have come to an end, and the next step would open something anew.
        if (this.#closed) return;
        if (hasFailed) tell({ step, status: 'skipped', why: 'earlier' });
        else {
          tell({ step, status: 'running' });
          const began = clock.monotonic();
          const outcome = await this.#inTime(steps.take[step]);
          tell(asStep(step, outcome, clock.monotonic() - began));
          hasFailed = outcome.status === 'failed';
        }
      }
    } finally {
      steps.end();
      this.#open.delete(steps);
    }
  }

  /** Each step has its own time, as an attempt of the link has (product §7); what comes after it is not waited for. */
  #inTime(take: () => Outcome | Promise<Outcome>): Promise<Outcome> {
    const { clock, look } = this.environment;
    const limitMs = attemptLimitMs(look().timing);
    return new Promise((resolve) => {
      // An answer that is already here must be seen before silence is judged.
      const cancel = clock.after(limitMs, () => clock.soon(() => resolve(failed('timeout', `${limitMs} ms`))));
      void Promise.resolve()
        .then(take)
        .catch((error: unknown) => failedBy(error))
        .then((outcome) => {
          cancel();
          resolve(outcome);
        });
    });
  }
}

const waiting = (step: CheckStepName): CheckStep => ({ step, status: 'waiting' });

function withStep(server: ServerCheck, step: CheckStep): ServerCheck {
  return { ...server, steps: server.steps.map((one) => (one.step === step.step ? step : one)) };
}

function asStep(step: CheckStepName, outcome: Outcome, ms: number): CheckStep {
  return outcome.status === 'skipped' ? { step, ...outcome } : { step, ms, ...outcome };
}
