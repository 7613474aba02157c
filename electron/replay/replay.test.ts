import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nothingYet } from '../../shared/session/fold';
import type { SessionEvent } from '../../shared/session/format';
import { openRecording } from '../../shared/session/open';
import {
  bytesOf,
  callOf,
  checkpointOf,
  console_,
  fileOf,
  header,
  lineOf,
  recorded,
  session,
} from '../../shared/session/openTesting';
import { loadRecording } from './load';
import { indexOf, parseMoment } from './moment';
import { run } from './run';
import { clockOf } from './words';

const folder = mkdtempSync(path.join(tmpdir(), 'replay-'));
const events = recorded(session);
const good = fileOf(events);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileWith(name: string, bytes: Uint8Array | string): string {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

async function ran(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const code = await run(args, {
    print: (text) => (said.out += `${text}\n`),
    complain: (text) => (said.err += `${text}\n`),
  });
  return { code, ...said };
}

describe('npm run replay', () => {
  let file = '';
  beforeAll(() => (file = fileWith('good.acsession', good)));

  it('summary', async () => {
    const { code, out } = await ran('summary', file);
    expect(code).toBe(0);
    expect(out).toContain('recording   a-recording, part 0, format 1');
    expect(out).toMatch(new RegExp(`events +${events.length} \\(checkpoint \\d+, `));
    expect(out).toContain('damage      none');
    const { out: json } = await ran('summary', file, '--json');
    expect(JSON.parse(json)).toMatchObject({
      header,
      events: events.length,
      torn: false,
      kinds: { command: 3, end: 1 },
    });
  });

  it('state at a time, in three ways of saying it', async () => {
    const place = events.findIndex((event) => event.kind === 'outcome');
    const wall = header.startedAt + place * 100;
    const answers = [clockOf(wall), `+${place / 10}s`, new Date(wall).toISOString()].map((at) =>
      ran('state', file, '--at', at, '--json'),
    );
    for (const { code, out } of await Promise.all(answers)) {
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject({
        at: place,
        time: wall,
        state: { pending: [], view: { selected: 'connection-1' } },
      });
    }
    const { out } = await ran('state', file, '--at', `+${place / 10}s`);
    expect(out).toContain('> connection-1 in alerting Caller-1 #1 on line-1');
    expect((await ran('state', file)).out).toContain('calls       0');
    expect((await ran('state', file, '--at', '2001-01-01')).out).toContain('before the first event');
  });

  it('verify: 0 where all agrees, 1 and the first path where not', async () => {
    expect(await ran('verify', file)).toMatchObject({ code: 0, err: '' });
    const wrong: SessionEvent[] = [
      checkpointOf({ ...nothingYet, console: console_ }),
      checkpointOf({ ...nothingYet, console: { ...console_, calls: [callOf(1, 'hold')] } }),
    ];
    const { code, out } = await ran('verify', fileWith('wrong.acsession', fileOf(wrong)));
    expect(code).toBe(1);
    expect(out).toContain('checkpoints 2, 1 agree');
    expect(out).toMatch(/event 1: console\.calls\[0\]\n +recorded +\{.*"call-1".*\n +replayed +\(nothing\)/);
  });

  it('events: from a time on, of a kind, with a text, at most so many', async () => {
    const lines = async (...args: string[]) => (await ran('events', file, ...args)).out.trimEnd().split('\n');
    expect(await lines()).toHaveLength(events.length);
    expect(await lines('--limit', '2')).toHaveLength(2);
    expect((await lines('--at', '+0.5s'))[0]).toMatch(/^5 /);
    expect(await lines('--kind', 'command', '--find', 'CONNECTION-2')).toHaveLength(1);
    expect((await lines('--json')).map((line) => (JSON.parse(line) as { seq: number }).seq)).toEqual([
      ...events.keys(),
    ]);
  });

  it.each([
    ['no arguments', []],
    ['no such command', ['play', 'x']],
    ['no file', ['state']],
    ['no time', ['state', 'x', '--at', 'noon']],
    ['no kind', ['events', 'x', '--kind', 'nonsense']],
    ['no count', ['events', 'x', '--limit', '-1']],
  ])('asked for wrongly: %s', async (_, args) => {
    const { code, err } = await ran(...args);
    expect([code, err.length > 10]).toEqual([2, true]);
  });

  it('help is no mistake', async () => {
    expect(await ran('--help')).toMatchObject({ code: 0, err: '' });
  });

  it.each([
    ['nothing.acsession', null, 'no such file'],
    ['empty.acsession', '', 'no event'],
    ['header.acsession', JSON.stringify(header), 'no event'],
    ['picture.acsession', '\u0089PNG\r\n\u001a\n', 'not a recording'],
    ['page.acsession', '<!doctype html><script>alert(1)</script>\n', 'not a recording'],
    ['other.acsession', '{"format":"something-else","version":1}\n', 'not a recording'],
    ['later.acsession', `${JSON.stringify({ ...header, version: 2 })}\n`, 'newer version'],
    ['cut.acsession', JSON.stringify(header).slice(0, 60), 'damaged'],
    ['broken.acsession.gz', Uint8Array.from({ length: 60 }, (_, at) => [0x1f, 0x8b, 8][at] ?? 0xff), 'damaged'],
  ])('%s can not be opened, and why is said', async (name, content, why) => {
    const bad = content === null ? path.join(folder, name) : fileWith(name, content);
    for (const command of ['summary', 'state', 'verify', 'events']) {
      const { code, out, err } = await ran(command, bad);
      expect([code, out]).toEqual([3, '']);
      expect(err).toContain(why);
    }
    expect((await ran('summary', folder)).err).toContain('not a file');
  });

  it('says nothing to the terminal but text', async () => {
    const name = '\u001b]0;owned\u0007\u009b2J\u202e<script>alert(1)</script>';
    const evil = recorded([
      {
        kind: 'console',
        console: { ...console_, me: { ...console_.me, name }, calls: [callOf(1, 'hold', name)] },
        clockOffsetMs: 0,
      },
    ]);
    const bad = fileWith('evil.acsession', fileOf(evil));
    for (const args of [['state'], ['state', '--json'], ['events'], ['events', '--json'], ['summary', '--json']]) {
      const { code, out } = await ran(args[0] ?? '', bad, ...args.slice(1));
      expect(code).toBe(0);
      expect(out).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
    }
    const { out } = await ran('state', bad, '--json');
    expect(JSON.parse(out)).toMatchObject({ state: { console: { me: { name } } } });
  });
});

describe('loadRecording', () => {
  it('opens what is compressed the same, and what breaks off as far as it goes', async () => {
    const whole = await loadRecording(fileWith('whole.gz', gzipSync(good)));
    expect(whole.ok && whole.value.count).toBe(events.length);
    const many = Array.from({ length: 40 }, () => session).flat();
    const compressed = gzipSync(fileOf(recorded(many)));
    const half = await loadRecording(fileWith('half.gz', compressed.subarray(0, compressed.length / 2)));
    if (!half.ok) throw new Error(half.error);
    expect(half.value.torn).toBe(true);
    expect(half.value.count).toBeGreaterThan(10);
    expect(half.value.count).toBeLessThan(recorded(many).length);
  });

  it('unpacks no more than it opens', async () => {
    const bomb = gzipSync(new Uint8Array(30_000_000));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await loadRecording(fileWith('bomb.gz', bomb), 1_000_000)).toEqual({ ok: false, error: 'tooLarge' });
    expect(await loadRecording(fileWith('large', good), good.length - 1)).toEqual({ ok: false, error: 'tooLarge' });
  });
});

describe('times', () => {
  it.each(['', 'noon', '24:00:00', '12:60', '+', '+s', '+1x', '-5s', '2026', '2026-13-40', '12:03:20 '])(
    '%j is none',
    (text) => {
      expect(parseMoment(text)).toBeNull();
    },
  );

  it('reads hours, minutes and seconds', () => {
    expect(parseMoment('+1h2m3.5s')).toEqual({ kind: 'since', ms: 3_723_500 });
    expect(parseMoment('+90')).toEqual({ kind: 'since', ms: 90_000 });
    expect(parseMoment('7:05')).toEqual({ kind: 'clock', seconds: 25_500 });
  });

  it('finds the last event that is not later, over midnight and over a clock that was set back', async () => {
    const midnight = new Date(2026, 10, 22).getTime();
    const walls = [-2_000, -1_000, 1_000, 500, 3_000].map((ms) => midnight + ms);
    const lines = walls.map((tWall, seq) => lineOf(seq, { kind: 'end' }).replace(/"tWall":\d+/, `"tWall":${tWall}`));
    const opened = await openRecording(bytesOf([JSON.stringify(header), ...lines]));
    if (!opened.ok) throw new Error(opened.error);
    const at = (text: string) => {
      const moment = parseMoment(text);
      if (moment === null) throw new Error(text);
      return indexOf(opened.value, moment);
    };
    expect([at('23:59:59'), at('0:00:01'), at('0:00:02'), at('00:00:03')]).toEqual([1, 3, 3, 4]);
    expect(at(new Date(midnight - 5_000).toISOString())).toBe(-1);
    expect(at('+0s')).toBe(0);
  });
});
