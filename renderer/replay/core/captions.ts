/** The key or click that was given last, for showing it over the panels. Pure. */
import { firstAfter } from './player';

/** Milliseconds a caption stays, for the one who watches. */
const captionMs = 1_800;

/** Index of the latest intent (`intents` ascending) up to `at`, while it is in sight; played fast, it stays for more of the recording. */
export function captionAt(
  intents: ArrayLike<number>,
  at: number,
  time: number,
  speed: number,
  timeOf: (index: number) => number,
): number | null {
  const last = intents[firstAfter(intents, at) - 1];
  return last !== undefined && time - timeOf(last) <= captionMs * Math.max(1, speed) ? last : null;
}
