/** Sizes and times as people read them, and the two ways a replay opens. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setFormatLocale } from '../format/locale';
import { formatBytes, formatSpan } from './format';
import { openReplay } from './openReplay';

beforeEach(() => setFormatLocale('en-GB'));
afterEach(() => {
  setFormatLocale('en');
  vi.unstubAllGlobals();
});

it.each([
  [0, '0 kB'],
  [40, '0 kB'],
  [412, '0.4 kB'],
  [12_345, '12 kB'],
  [999_499, '999 kB'],
  [999_500, '1 MB'],
  [3_141_592, '3.1 MB'],
  [512_000_000, '512 MB'],
])('%d bytes: %s', (bytes, shown) => {
  expect(formatBytes(bytes)).toBe(shown);
});

it('names the day once where it is one', () => {
  const at = (day: number, hour: number) => new Date(2026, 10, day, hour).getTime();
  expect(formatSpan(at(22, 10), at(22, 11)).match(/22 Nov/g)).toHaveLength(1);
  expect(formatSpan(at(22, 10), at(23, 11))).toMatch(/22 Nov.*23 Nov/);
});

describe('a replay', () => {
  const opened: unknown[][] = [];
  beforeEach(() => {
    opened.length = 0;
    vi.stubGlobal('window', { open: (...args: unknown[]) => void opened.push(args) });
  });
  const answering = (answer: unknown) => ({ ask: () => Promise.resolve(answer) }) as never;

  it('is opened by a host that has windows', async () => {
    expect(await openReplay(answering({ status: 'opened' }), 'one')).toBe(true);
    expect(opened).toEqual([]);
  });

  it('is a tab of its own in a browser, out of the reach of this one', async () => {
    expect(await openReplay(answering({ status: 'page', path: '/replay.html?open=one' }), 'one')).toBe(true);
    expect(opened).toEqual([['/replay.html?open=one', '_blank', 'noopener']]);
  });

  it('that no host can open is told as that', async () => {
    const gone = { ask: () => Promise.reject(new Error('hostGone')) } as never;
    expect(await openReplay(gone, 'one')).toBe(false);
  });
});
