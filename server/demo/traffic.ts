/**
 * Life-like traffic for the demo: callers outside ring managers, give up when nobody answers, and hang up when all is said;
 * managers now and then take a call on their own phone.
 */
import { CallId, Dn, LineId } from '../../shared/ids';
import type { SwitchCall, SwitchEvent } from '../switch/port';
import type { Clock } from '../switch/sim/clock';
import type { SimSwitch } from '../switch/sim/switch';
import { demoCallers } from './callers';
import { demoAssistants, demoLineId, demoManagers, intercomLinesOf, managerLinesOf } from './world';

export interface TrafficOptions {
  readonly sim: SimSwitch;
  readonly clock: Clock;
  /** 0 to below 1, like Math.random. */
  readonly random: () => number;
  readonly newId: () => string;
  /** The average; 0 makes no calls. */
  readonly callsPerMinute: number;
}

/** Milliseconds, from and to. */
type Span = readonly [number, number];
const patience: Span = [20_000, 40_000];
const talk: Span = [20_000, 90_000];
const reachForPhone: Span = [2_000, 8_000];
/** How often a manager takes a call that rings on the own phone. */
const answersOwnPhone = 0.6;

/** Returns the function that stops it; calls that are under way stay. */
export function startTraffic(options: TrafficOptions): () => void {
  if (options.callsPerMinute <= 0) return () => undefined;
  const traffic = new Traffic(options);
  return () => traffic.stop();
}

/** A call that an assistant has taken is the assistant's: traffic does not end it. */
type Stage = 'ringing' | 'talking' | 'atAssistant';

interface Running {
  readonly callerLine: LineId;
  stage: Stage;
  cancelEnd: () => void;
  /** The manager's line at which somebody reaches for the phone. */
  reachingAt: LineId | null;
}

const managerLines = new Set(demoManagers.map(({ dn }) => LineId.parse(demoLineId(dn))));
const assistantLines = new Set(
  demoAssistants
    .flatMap((assistant) => [
      demoLineId(assistant.dn),
      ...[...managerLinesOf(assistant), ...intercomLinesOf(assistant)].map(({ lineId }) => lineId),
    ])
    .map((lineId) => LineId.parse(lineId)),
);

class Traffic {
  readonly #options: TrafficOptions;
  readonly #running = new Map<CallId, Running>();
  readonly #timers = new Set<() => void>();
  readonly #unsubscribe: () => void;

  constructor(options: TrafficOptions) {
    this.#options = options;
    this.#unsubscribe = options.sim.subscribe((event) => this.#hear(event));
    this.#next();
  }

  stop(): void {
    this.#unsubscribe();
    for (const cancel of this.#timers) cancel();
    this.#timers.clear();
  }

  /** Exponential gaps: calls come independently of one another, as in life. */
  #next(): void {
    const { random, callsPerMinute } = this.#options;
    const gap = (-Math.log(1 - random()) * 60_000) / callsPerMinute;
    this.#after(gap, () => {
      this.#ring();
      this.#next();
    });
  }

  #ring(): void {
    const { sim, newId } = this.#options;
    const busy = new Set(sim.snapshot().calls.flatMap((call) => call.connections.map((at) => at.lineId)));
    const free = demoCallers.map(({ number }) => LineId.parse(demoLineId(number))).filter((line) => !busy.has(line));
    const callerLine = this.#pick(free);
    const manager = this.#pick(demoManagers);
    if (!callerLine || !manager) return;
    const callId = CallId.parse(newId());
    const cancelEnd = this.#within(patience, () => this.#hangUp(callId, callerLine));
    this.#running.set(callId, { callerLine, stage: 'ringing', cancelEnd, reachingAt: null });
    sim.execute({ type: 'makeCall', callId, lineId: callerLine, to: Dn.parse(manager.dn) });
  }

  #hear(event: SwitchEvent): void {
    if (event.type === 'callCleared') {
      this.#running.get(event.callId)?.cancelEnd();
      this.#running.delete(event.callId);
    } else if (event.type === 'call') {
      const running = this.#running.get(event.call.callId);
      if (running) this.#follow(event.call, running);
    }
  }

  #follow(call: SwitchCall, running: Running): void {
    const stage = stageOf(call);
    if (stage !== running.stage) {
      running.stage = stage;
      running.cancelEnd();
      running.cancelEnd = this.#endOf(stage, call.callId, running.callerLine);
    }
    const ringing = call.connections.find((at) => at.state === 'alerting' && managerLines.has(at.lineId));
    if (!ringing) {
      running.reachingAt = null;
    } else if (running.reachingAt !== ringing.lineId) {
      running.reachingAt = ringing.lineId;
      if (this.#options.random() < answersOwnPhone) {
        this.#within(reachForPhone, () => this.#answer(call.callId, ringing.lineId));
      }
    }
  }

  #endOf(stage: Stage, callId: CallId, callerLine: LineId): () => void {
    if (stage === 'atAssistant') return () => undefined;
    return this.#within(stage === 'talking' ? talk : patience, () => this.#hangUp(callId, callerLine));
  }

  /** The call may have moved on meanwhile; then the switch refuses and nothing happens. */
  #answer(callId: CallId, lineId: LineId): void {
    this.#options.sim.execute({ type: 'answerCall', callId, lineId });
  }

  #hangUp(callId: CallId, lineId: LineId): void {
    this.#options.sim.execute({ type: 'clearConnection', callId, lineId });
  }

  #pick<T>(from: readonly T[]): T | undefined {
    return from[Math.floor(this.#options.random() * from.length)];
  }

  #within([least, most]: Span, action: () => void): () => void {
    return this.#after(least + this.#options.random() * (most - least), action);
  }

  #after(delayMs: number, action: () => void): () => void {
    const cancelTimer = this.#options.clock.after(delayMs, () => {
      this.#timers.delete(cancel);
      action();
    });
    const cancel = () => {
      this.#timers.delete(cancel);
      cancelTimer();
    };
    this.#timers.add(cancel);
    return cancel;
  }
}

function stageOf({ answeredAt, connections }: SwitchCall): Stage {
  if (connections.some((at) => at.state !== 'alerting' && assistantLines.has(at.lineId))) return 'atAssistant';
  return answeredAt === null ? 'ringing' : 'talking';
}
