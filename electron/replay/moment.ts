/** Which event a person means by a time: `12:03:20` of the wall clock here, `+90s` from the beginning, or an ISO date. */
import type { Recording } from '../../shared/session/recording';

export type Moment =
  | { readonly kind: 'clock'; readonly seconds: number }
  | { readonly kind: 'since'; readonly ms: number }
  | { readonly kind: 'wall'; readonly ms: number };

const clock = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d(?:\.\d{1,3})?))?$/;
const since = /^\+(?=\d)(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,9}(?:\.\d{1,3})?)s?)?$/;
const iso = /^\d{4}-\d\d-\d\d(T|$)/;
const second = 1_000;
const day = 86_400;

/** Null for what is no time. */
export function parseMoment(text: string): Moment | null {
  const time = clock.exec(text);
  if (time !== null) {
    const seconds = Number(time[1]) * 3_600 + Number(time[2]) * 60 + Number(time[3] ?? 0);
    return seconds < day ? { kind: 'clock', seconds } : null;
  }
  const after = since.exec(text);
  if (after !== null) {
    const [hours, minutes, seconds] = [after[1], after[2], after[3]].map((part) => Number(part ?? 0));
    return { kind: 'since', ms: ((hours ?? 0) * 3_600 + (minutes ?? 0) * 60 + (seconds ?? 0)) * second };
  }
  const ms = iso.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(ms) ? null : { kind: 'wall', ms };
}

/** Index of the last event at or before that moment; -1 before the first. */
export function indexOf(recording: Recording, moment: Moment): number {
  switch (moment.kind) {
    case 'since':
      return recording.indexAt(recording.timeOf(0) + moment.ms);
    case 'wall':
      return lastByWall(recording, moment.ms);
    case 'clock':
      return lastByWall(recording, wallOf(moment.seconds, recording.wallOf(0)));
  }
}

/** The first time the clock here showed this since the recording began. */
function wallOf(seconds: number, began: number): number {
  const at = new Date(began);
  at.setHours(0, 0, 0, seconds * second);
  // A minute before it began is meant as before it, not as the next day.
  if (at.getTime() < began - 60 * second) at.setDate(at.getDate() + 1);
  return at.getTime();
}

/** The wall clock may have been set back in between: the last event that is not later counts. */
function lastByWall(recording: Recording, ms: number): number {
  for (let at = recording.count - 1; at >= 0; at--) if (recording.wallOf(at) <= ms) return at;
  return -1;
}
