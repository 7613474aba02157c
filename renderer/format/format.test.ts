import { describe, expect, it } from 'vitest';
import { formatCount } from './count';
import { formatDuration, isoDuration } from './duration';
import { highlight } from './highlight';
import { initials } from './initials';
import { isolate } from './isolate';
import { formatNumber } from './number';
import { listName, spokenName } from './person';
import { secondsUntil } from './secondsUntil';

describe('durations', () => {
  it.each([
    [-500, '0:00'],
    [7_999, '0:07'],
    [760_000, '12:40'],
    [3_723_000, '1:02:03'],
  ])('%i ms reads %s', (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });

  it('reads in the digits of the language', () => {
    expect(formatDuration(3_723_000, 'ar-EG')).toBe('١:٠٢:٠٣');
    expect(formatCount(2912, 1, 'de')).toBe('2912');
  });

  it('has a machine-readable form', () => {
    expect(isoDuration(61_500)).toBe('PT61S');
  });

  it('counts down in whole seconds and stops at nothing', () => {
    expect([secondsUntil(10_500, 10_000), secondsUntil(12_001, 10_000), secondsUntil(9_000, 10_000)]).toEqual([
      1, 3, 0,
    ]);
  });
});

describe('numbers and names as people read them', () => {
  it.each([
    ['+12125550147', '+1 212 555 0147'],
    ['+493055570142', '+49 30 55 57 01 42'],
    ['+886255500199', '+886 2 55 50 01 99'],
    ['+33199000417', '+33 1 99 00 04 17'],
    // One plan, but not this length.
    ['+121255501', '+1 21 25 55 01'],
    // Grouped by whoever knew how.
    ['+49 30 5557-0142', '+49 30 5557-0142'],
    ['030 5557 0142', '030 5557 0142'],
    ['60001', '60001'],
    ['*72', '*72'],
    ['+49305', '+49305'],
  ])('%s reads %s', (number, text) => {
    expect(formatNumber(number)).toBe(text);
  });

  it('gives initials in any script', () => {
    expect(['Anna Kowalska', 'Inês de Carvalho', '林怡君', ''].map(initials)).toEqual(['AK', 'IC', '林', '']);
  });

  it('writes a person for a list and for speech', () => {
    const person = { firstName: 'Olivia', lastName: 'Grant' };
    expect([listName(person), spokenName(person)]).toEqual(['Grant, Olivia', 'Olivia Grant']);
    expect(listName({ firstName: 'Cher', lastName: '' })).toBe('Cher');
  });
});

describe('the badge of a name', () => {
  it.each([
    ['Anna Kowalska', 'AK'],
    ['王小明', '王'],
    ['Manager-3', '3'],
    ['Jean-Luc', 'J'],
    ['Unit-1234', 'U'],
  ])('%s: %s', (name, badge) => expect(initials(name)).toBe(badge));
});

describe('two directions in one line', () => {
  it('puts a wall around what may turn it', () => {
    expect(isolate('Anna', false)).toBe('Anna');
    expect(isolate('Anna', true)).toBe('\u2068Anna\u2069');
    expect(isolate('+49 30 5557', true)).toBe('\u2066+49 30 5557\u2069');
    expect(isolate('דנה', false)).toBe('\u2068דנה\u2069');
    expect(isolate(isolate('دانا', true), true)).toBe('\u2068دانا\u2069');
  });
});

describe('highlighting', () => {
  const marked = (text: string, query: string): string =>
    highlight(text, query)
      .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
      .join('');

  it('marks what the service matched: any part, any order, accents and case ignored', () => {
    expect(marked('Ångström, Zoë', 'ang zoe')).toBe('[Ång]ström, [Zoë]');
    expect(marked('Groß', 'oss')).toBe('Gr[oß]');
    expect(marked('Brand, Johannan', 'an')).toBe('Br[an]d, Joh[an]n[an]');
  });

  it('marks nothing without a query', () => {
    expect(marked('Grant', ' * ')).toBe('Grant');
  });
});
