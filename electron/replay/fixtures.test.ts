/** Recordings of real sessions, of every format version there has been: each opens, and says for ever what it said when it was made. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formatVersion } from '../../shared/session/format';
import { hashOf } from '../../shared/session/hash';
import { summaryOf } from '../../shared/session/summary';
import { loadRecording } from './load';

const folder = fileURLToPath(new URL('../../e2e/fixtures/recordings', import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.acsession'));

describe('the recordings in e2e/fixtures/recordings', () => {
  it.each(files)('%s', async (name) => {
    const file = path.join(folder, name);
    const opened = await loadRecording(file);
    if (!opened.ok) throw new Error(opened.error);
    const { value: recording } = opened;
    const expected: unknown = JSON.parse(readFileSync(file.replace(/acsession$/, 'json'), 'utf8'));
    const { events, kinds, marks, torn } = summaryOf(recording);
    const { checkpoints, agree, divergences } = await recording.verify();
    expect({
      ...{ events, torn, damages: recording.damages, checkpoints, agree, divergences, kinds, marks },
      halfway: hashOf(recording.stateAt(Math.floor(events / 2))),
      last: hashOf(recording.stateAt(events - 1)),
    }).toEqual(expected);
    expect([agree, checkpoints > 1]).toEqual([checkpoints, true]);
  });

  it('hold what is to stay readable, in every version', () => {
    for (let version = 1; version <= formatVersion; version++) {
      const names = ['calls', 'damaged', 'failover', 'torn'].map((name) =>
        path.join(`v${version}`, `${name}.acsession`),
      );
      expect(files).toEqual(expect.arrayContaining(names));
    }
  });
});
