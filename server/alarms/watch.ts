/** Looks once a second whether something is wrong, and raises or clears the alarms. */
import type { Alarms } from './alarms';
import { lastingAlarms, type LastingAlarm } from './catalog';
import { conditions, detailOf, patience, type Sample } from './conditions';
import { Hysteresis } from './hysteresis';

export class AlarmWatch {
  readonly #alarms: Alarms;
  readonly #states = new Map<LastingAlarm, Hysteresis>(
    lastingAlarms.map((name) => [name, new Hysteresis(patience[name])]),
  );

  constructor(alarms: Alarms) {
    this.#alarms = alarms;
  }

  /** `now` in monotonic milliseconds. */
  look(sample: Sample, now: number): void {
    const wrong = conditions(sample);
    for (const [name, state] of this.#states) {
      const turn = state.look(wrong[name], now);
      if (turn === 'raise') this.#alarms.raise(name, detailOf(name, sample));
      else if (turn === 'clear') this.#alarms.clear(name);
    }
  }
}

/** Calls `look` every second until the returned function is called. A failing look must not end the watch. */
export function everySecond(look: () => void): () => void {
  const timer = setInterval(look, 1_000);
  timer.unref();
  return () => clearInterval(timer);
}
