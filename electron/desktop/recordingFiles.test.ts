/** Which files the system may hand over, and which a replay is given. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RecordingFiles, recordingsIn } from './recordingFiles';

let folder: string;
let logged: string[];
let files: RecordingFiles;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'console-recordings-'));
  logged = [];
  const note = (_fields: object, message: string) => void logged.push(message);
  files = new RecordingFiles({ info: note, warn: note, error: note });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => path.join(folder, name);

describe('the command line', () => {
  it('names recordings, also from another folder; the rest of it is not for us', () => {
    const argv = [
      '.',
      'main.cjs',
      '--file=x.acsession',
      '-x.acsession',
      'one.acsession',
      '/tmp/Two.ACSESSION',
      'three.json',
    ];
    expect(recordingsIn(argv, '/home/maya')).toEqual(['/home/maya/one.acsession', '/tmp/Two.ACSESSION']);
  });
});

describe('a file', () => {
  it('with the right name is read as it is, by an id that says nothing of its place', async () => {
    writeFileSync(at('one.acsession'), 'recorded');
    const id = (await files.add(at('one.acsession'))) ?? '';
    expect(id).toMatch(/^file-[0-9a-f-]{36}$/);
    const read = await files.read(id);
    expect(read.ok && Buffer.from(read.value).toString()).toBe('recorded');
    expect(logged).toEqual([]);
  });

  it.each([
    ['that is not there', () => at('gone.acsession')],
    [
      'of another kind',
      () => {
        writeFileSync(at('secret.txt'), 'x');
        return at('secret.txt');
      },
    ],
    [
      'that is a folder',
      () => {
        mkdirSync(at('folder.acsession'));
        return at('folder.acsession');
      },
    ],
    [
      'that leads to a device',
      () => {
        symlinkSync('/dev/zero', at('endless.acsession'));
        return at('endless.acsession');
      },
    ],
    ['named without its folder', () => 'one.acsession'],
    ['with a zero in its name', () => at('one\0.acsession')],
  ])('%s is refused, and the log says so', async (_what, make) => {
    expect(await files.add(make())).toBeNull();
    expect(logged).toEqual(['not a recording: not opened']);
  });

  it('that is huge is told as that, and not read', async () => {
    writeFileSync(at('huge.acsession'), '');
    const id = (await files.add(at('huge.acsession'))) ?? '';
    // Takes no room on the disk.
    truncateSync(at('huge.acsession'), 10_000_000_000);
    expect(await files.read(id)).toEqual({ ok: false, error: 'tooLarge' });
  });

  it('that has gone since, or was never opened, is not found', async () => {
    writeFileSync(at('one.acsession'), 'recorded');
    const id = (await files.add(at('one.acsession'))) ?? '';
    rmSync(at('one.acsession'));
    expect(await files.read(id)).toEqual({ ok: false, error: 'notFound' });
    expect(await files.read('file-0')).toEqual({ ok: false, error: 'notFound' });
    expect(files.has('file-0')).toBe(false);
  });
});
