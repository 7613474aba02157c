import { describe, expect, it } from 'vitest';
import { ExtentCounter } from './extent';

const header = '{"format":"assistant-console-session","version":1}';
const line = (seq: number, tWall: number) => `{"seq":${seq},"tMono":${seq},"tWall":${tWall},"kind":"end","payload":{}}`;

/** In pieces of every length the same. */
function extentOf(recording: string) {
  const found = [1, 7, 50, 1e6].map((length) => {
    const counter = new ExtentCounter();
    const bytes = Buffer.from(recording);
    for (let at = 0; at < bytes.length; at += length) counter.add(bytes.subarray(at, at + length));
    return counter.end();
  });
  found.forEach((one) => expect(one).toEqual(found[0]));
  return found[0];
}

describe('the extent of a recording', () => {
  it('counts the events and tells the first and the last moment', () => {
    const recording = [header, line(0, 1_000), line(1, 1_500), line(2, 9_000), ''].join('\n');
    expect(extentOf(recording)).toEqual({ ok: true, value: { events: 3, from: 1_000, to: 9_000 } });
  });

  it('leaves out what is damaged, and a last line that was cut off before its time', () => {
    const recording = [header, line(0, 1_000), 'x', line(1, 2_000), '{"seq":2,"tM'].join('\n');
    expect(extentOf(recording)).toEqual({ ok: true, value: { events: 2, from: 1_000, to: 2_000 } });
  });

  it.each([
    ['nothing', ''],
    ['a header alone', header],
    ['a header and its end of line', `${header}\n`],
  ])('%s is empty', (_what, recording) => {
    expect(extentOf(recording)).toEqual({ ok: false, error: 'empty' });
  });

  it('does not take a time out of a payload for the time of its line', () => {
    const deep = `{"seq":0,"payload":{"text":"${'x'.repeat(200)}","tWall":5},"kind":"end"}`;
    expect(extentOf(`${header}\n${deep}\n`)).toEqual({ ok: false, error: 'empty' });
  });
});
