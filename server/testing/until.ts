/** Waits for a condition, never for a time: the limit only ends a test that has failed. */
import { setTimeout as delay } from 'node:timers/promises';

const limitMs = 8_000;

/** Resolves with the first value of `look` that is not undefined. */
export async function until<T>(look: () => T | undefined | Promise<T | undefined>, what: string): Promise<T> {
  const deadline = performance.now() + limitMs;
  for (;;) {
    const value = await look();
    if (value !== undefined) return value;
    if (performance.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await delay(3);
  }
}
