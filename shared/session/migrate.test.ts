import { describe, expect, it } from 'vitest';
import { formatVersion } from './format';
import { migrate, steps, type Step } from './migrate';
import { header } from './openTesting';

describe('migrate', () => {
  it('has a step for every version there has been', () => {
    expect([...steps.keys()]).toEqual(Array.from({ length: formatVersion - 1 }, (_, at) => at + 1));
  });

  it('leaves a recording of today alone', () => {
    expect(migrate(header)).toEqual({ ok: true, value: { header, line: null } });
  });

  it.each([
    ['nothing', null, 'notARecording'],
    ['a list', [], 'notARecording'],
    ['another format', { ...header, format: 'x' }, 'notARecording'],
    ['no version', { ...header, version: undefined }, 'unreadable'],
    ['version 0', { ...header, version: 0 }, 'unreadable'],
    ['version 1.5', { ...header, version: 1.5 }, 'unreadable'],
    ['a version to come', { ...header, version: formatVersion + 1 }, 'newerVersion'],
    ['another mask', { ...header, maskPolicy: 'none' }, 'unreadable'],
    ['a host that is none', { ...header, host: '<script>' }, 'unreadable'],
  ])('%s: said clearly', (_, value, error) => {
    expect(migrate(value)).toEqual({ ok: false, error });
  });

  /** As it will be when there are three versions: 1 had `machine` and a kind `key`, 2 had `machine` still. */
  const three: ReadonlyMap<number, Step> = new Map([
    [1, { header: (old) => old, line: (old) => (old['kind'] === 'key' ? { ...old, kind: 'intent' } : old) }],
    [
      2,
      {
        header: ({ machine, ...rest }) => ({ ...rest, platform: machine }),
        line: (old) => ({ ...old, seq: Number(old['seq']) - 1 }),
      },
    ],
  ]);
  const { platform, ...rest } = header;
  const old = (version: number) => ({ ...rest, version, machine: platform });

  it.each([
    [1, 'intent', 4],
    [2, 'key', 4],
  ])('brings version %i up step by step', (version, kind, seq) => {
    const migrated = migrate(old(version), three, 3);
    if (!migrated.ok) throw new Error(migrated.error);
    expect(migrated.value.header).toEqual(header);
    expect(migrated.value.line?.({ kind: 'key', seq: 5 })).toEqual({ kind, seq });
    // A damaged line stays damaged.
    expect(migrated.value.line?.('nonsense')).toBe('nonsense');
  });

  it('does not open what it has no way from', () => {
    expect(migrate(old(1), new Map(), 3)).toEqual({ ok: false, error: 'unreadable' });
  });
});
