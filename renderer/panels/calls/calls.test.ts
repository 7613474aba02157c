import { beforeAll, describe, expect, it } from 'vitest';
import type { LineKind, LineView } from '../../../shared/calls/model';
import { isAbout } from '../../store/about';
import { startStrings, t } from '../../strings/i18n';
import { aCall, aConsole } from '../../testing/facts';
import { callSections, manyIdle } from './callItems';
import { callEntries } from './callMenu';
import { callerName, callerNumber, lineWords, memberNames, stateWord } from './callWords';
import { ConnectionId } from '../../../shared/ids';

beforeAll(startStrings);

const none: ReadonlySet<LineKind> = new Set();
const facts = aConsole();
const [managerLine, , ownLine] = facts.lines;

function manyLines(count: number, elsewhere = 0): LineView[] {
  if (managerLine === undefined) throw new Error('no line');
  return Array.from({ length: count }, (_, index) => ({
    ...managerLine,
    lineId: `many-${index}` as LineView['lineId'],
    inUseElsewhere: index < elsewhere,
  }));
}

describe('rows of My Calls', () => {
  it('has each call under its kind of line, ringing ones by waiting time, then the idle lines', () => {
    const late = aCall('late', { startedAt: 9_000 });
    const early = aCall('early', { startedAt: 2_000, lineId: 'line-39002' });
    const talk = aCall('talk', { state: 'connected', startedAt: 1_000, lineId: 'line-2001', managerId: null });
    const sections = callSections({ lines: facts.lines, calls: [late, talk, early] }, none);
    expect(sections.map(({ id, items }) => [id, items.map((item) => item.id)])).toEqual([
      ['manager', ['call:early', 'call:late']],
      ['own', ['call:talk']],
    ]);
    const idle = callSections({ lines: facts.lines, calls: [] }, none).flatMap(({ items }) => items);
    expect(idle.map(({ kind }) => kind)).toEqual(['line', 'line', 'line']);
  });

  it('folds many idle lines and keeps those in use elsewhere in sight', () => {
    const lines = manyLines(manyIdle + 3, 2);
    const folded = callSections({ lines, calls: [] }, none).flatMap(({ items }) => items);
    expect(folded.map(({ kind }) => kind)).toEqual(['line', 'line', 'fold']);
    expect(folded.at(-1)).toMatchObject({ count: manyIdle + 1, isOpen: false });
    const open = callSections({ lines, calls: [] }, new Set<LineKind>(['manager'])).flatMap(({ items }) => items);
    expect(open).toHaveLength(manyIdle + 4);
    expect(callSections({ lines: manyLines(manyIdle), calls: [] }, none)[0]?.items).toHaveLength(manyIdle);
  });

  it('keeps the row of a call that has not changed', () => {
    const call = aCall('same');
    const rows = () => callSections({ lines: facts.lines, calls: [call] }, none)[0]?.items;
    expect(rows()?.[0]).toBe(rows()?.[0]);
    const other = callSections({ lines: facts.lines, calls: [{ ...call, state: 'connected' }] }, none);
    expect(other[0]?.items[0]).not.toBe(rows()?.[0]);
  });
});

describe('a call in words', () => {
  const member = (name: string | null, number: string | null = '1200') => ({ name, number });

  it('counts a conference and lists its members, the last ones as a number', () => {
    const members = ['A', 'B', 'C', 'D', 'E'].map((name) => member(name));
    const call = aCall('x', { parties: 6, members });
    expect(callerName(call, t)).toBe('Conference · 6');
    expect(callerNumber(call)).toBeNull();
    expect(memberNames(call, 3, t)).toEqual({ names: ['A', 'B', 'C'], more: 2 });
    expect(memberNames({ members: call.members.slice(0, 4) }, 3, t)).toEqual({ names: ['A', 'B', 'C', 'D'], more: 0 });
    expect(memberNames({ members: aCall('y', { members: [member(null, null)] }).members }, 3, t).names).toEqual([
      'Number withheld',
    ]);
  });

  it.each([
    ['Tab\there\u0007', 'Tab here'],
    ['a\u202eb', 'a b'],
    [' \n ', '1044'],
    ['ليلى', 'ليلى'],
  ])('%j is shown as %j', (name, shown) => {
    expect(callerName(aCall('x', { party: { number: '1044', name } }), t)).toBe(shown);
  });

  it('says whose line it is: the manager first', () => {
    expect(lineWords(managerLine, facts.managers[0] ?? null, t)).toBe('For Anna Kowalska');
    expect(lineWords(ownLine, null, t)).toBe('On my line');
    expect(lineWords(undefined, null, t)).toBeNull();
  });

  it('has a word for every state and direction', () => {
    const words = [
      aCall('a'),
      aCall('b', { direction: 'out' }),
      aCall('c', { state: 'initiated' }),
      aCall('d', { state: 'connected' }),
      aCall('e', { state: 'hold' }),
      aCall('f', { state: 'queued' }),
      aCall('g', { state: 'fail' }),
      aCall('h', { state: 'fail', failedFor: 'busy' }),
      aCall('i', { state: 'fail', failedFor: 'notObtainable' }),
    ].map((call) => stateWord(call, t));
    expect(new Set(words).size).toBe(words.length);
  });
});

describe('the menu of a call', () => {
  const names = (call: ReturnType<typeof aCall>) =>
    callEntries(call).flatMap((entry) => (entry.kind === 'command' ? [entry.name] : []));

  it('offers Answer only where this call rings', () => {
    expect(names(aCall('r'))).toContain('answer');
    expect(names(aCall('t', { state: 'connected' }))).not.toContain('answer');
  });

  it('offers to complete and cancel only where something is half done', () => {
    const half = aCall('h', { state: 'hold', consultation: { purpose: 'transfer', side: 'held', other: 'o' } });
    expect(names(half)).toEqual(expect.arrayContaining(['complete', 'cancelConsult']));
    expect(names(aCall('r'))).not.toContain('complete');
  });
});

describe('a command that is out', () => {
  const id = (text: string) => ConnectionId.parse(text);
  it('is about every call it names', () => {
    expect(isAbout({ type: 'hold', connectionId: id('a') }, id('a'))).toBe(true);
    expect(isAbout({ type: 'directTransfer', connectionId: id('a'), with: id('b') }, id('b'))).toBe(true);
    expect(isAbout({ type: 'join', connectionId: id('a'), with: [id('b'), id('c')] }, id('c'))).toBe(true);
    expect(isAbout({ type: 'join', connectionId: id('a'), with: [id('b')] }, id('c'))).toBe(false);
    expect(isAbout({ type: 'setOnline', online: true }, id('a'))).toBe(false);
  });
});
