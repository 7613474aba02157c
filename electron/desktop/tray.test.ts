import { describe, expect, it, vi } from 'vitest';
import type { BridgePush, BridgeState } from '../../shared/bridge';
import { languages } from '../../shared/console/choices';
import { noHistory } from '../../shared/console/history';
import type { CallHistory } from '../../shared/console/history';
import type { MenuItem } from '../../shared/desktop/menu';
import { emptyState } from '../core/testing/scriptedService';
import { badgeCount } from './badge';
import { followSummary, summaryOf } from './summary';
import type { Summary } from './summary';
import { canHaveTray } from './tray';
import { trayLines, trayPicture, trayTemplate } from './trayTemplate';
import { trayWordsFor } from './trayWords';

vi.mock('electron', () => ({ app: { getLocale: () => 'en' } }));
vi.mock('./window', () => ({}));

const calm: Summary = { link: 'connected', online: true, ringing: 0, missed: 0 };
const preferences = { language: 'en' } as const;
const words = trayWordsFor(preferences);

it.each<[Partial<Summary>, string]>([
  [{}, 'connected'],
  [{ missed: 2 }, 'missed'],
  [{ missed: 2, ringing: 1 }, 'ringing'],
  [{ link: 'connecting' }, 'reconnecting'],
  [{ link: 'reconnecting', ringing: 1 }, 'reconnecting'],
  [{ link: 'signedOut', missed: 3 }, 'signedOut'],
])('%j looks %s', (more, picture) => expect(trayPicture({ ...calm, ...more })).toBe(picture));

it.each<[Partial<Summary>, number]>([
  [{ ringing: 2, missed: 3 }, 5],
  [{ link: 'reconnecting', ringing: 1 }, 1],
  [{ link: 'signedOut', missed: 3 }, 0],
])('%j has the badge %i', (more, count) => expect(badgeCount({ ...calm, ...more })).toBe(count));

it('says how things stand in the language and its digits', () => {
  const lines = (more: Partial<Summary>, language: (typeof languages)[number]) =>
    trayLines({ summary: { ...calm, ...more }, words: trayWordsFor({ language }), preferences: { language } });
  expect(lines({ ringing: 1, missed: 12 }, 'de')).toEqual([
    'Verbunden',
    'Klingelnde Anrufe: 1',
    'Verpasste Anrufe: 12',
  ]);
  expect(lines({ online: false }, 'en')).toEqual(['Connected, offline: calls go to others']);
  expect(lines({ online: null }, 'en')).toEqual(['Connected']);
  for (const language of languages) expect(lines({ ringing: 1 }, language).join()).not.toContain('{n}');
});

it('offers the page’s quick actions without keys, and always a way back and out', () => {
  const answer: MenuItem = {
    kind: 'command',
    command: 'answer',
    label: 'A & B',
    accelerator: 'F2',
    enabled: true,
    checked: null,
  };
  const does = { run: vi.fn(), open: vi.fn(), quit: vi.fn() };
  const template = (items: readonly MenuItem[]) =>
    trayTemplate({ summary: calm, words, preferences, items, platform: 'win32' }, does);
  expect(template([]).map(({ id, type }) => id ?? type)).toEqual(['state0', 'separator', 'open', 'quit']);
  const [action] = template([answer]).filter(({ id }) => id === 'answer');
  expect(action).toMatchObject({ label: 'A && B', enabled: true });
  expect(action).not.toHaveProperty('accelerator');
});

it.each([
  ['darwin', undefined, true],
  ['win32', undefined, true],
  ['linux', 'KDE', true],
  ['linux', 'ubuntu:GNOME', true],
  ['linux', 'X-Cinnamon', true],
  // As it comes, it shows no icons: a window closed to one would be lost.
  ['linux', 'GNOME', false],
  ['linux', undefined, false],
] as const)('on %s with %s there is a tray: %s', (platform, desktop, can) =>
  expect(canHaveTray(platform, desktop === undefined ? {} : { XDG_CURRENT_DESKTOP: desktop })).toBe(can),
);

describe('the summary', () => {
  const missedAt = (endedAt: number) => ({ kind: 'missed', endedAt }) as CallHistory['entries'][number];
  const state = (more: Partial<BridgeState>) =>
    ({ link: { phase: 'live' }, console: emptyState, history: noHistory, ...more }) as BridgeState;

  it('counts what was missed and not looked at', () => {
    const history = { ...noHistory, seenUntil: 5, entries: [missedAt(9), missedAt(5), missedAt(6)] };
    expect(summaryOf(state({ history }))).toEqual({ link: 'connected', online: true, ringing: 0, missed: 2 });
    expect(summaryOf(state({ console: { ...emptyState, mode: 'shared' } })).online).toBeNull();
  });

  it('is told at once, then at most ten times a second, and the last one is the truth', () => {
    vi.useFakeTimers();
    let online = true;
    let push: (message: BridgePush) => void = () => undefined;
    const told: Summary[] = [];
    const core = {
      state: () => state({ console: { ...emptyState, me: { ...emptyState.me, online } } }),
      subscribe: (listener: (message: BridgePush) => void) => {
        push = listener;
        return () => undefined;
      },
    };
    const stop = followSummary(core, (summary) => told.push(summary));
    for (let event = 0; event < 1_000; event += 1) {
      online = event % 2 === 0;
      push({ kind: 'events', events: [], clockOffsetMs: 0 });
      vi.advanceTimersByTime(1);
    }
    online = false;
    push({ kind: 'events', events: [], clockOffsetMs: 0 });
    vi.advanceTimersByTime(1_000);
    expect(told.length).toBeLessThanOrEqual(12);
    expect(told.at(-1)?.online).toBe(false);
    stop();
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });
});
