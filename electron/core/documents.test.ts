import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultLayout } from '../../shared/console/panels';
import { defaultPreferences } from '../../shared/console/preferences';
import type { SpeedDials } from '../../shared/console/speedDials';
import { UserId } from '../../shared/ids';
import { openDocuments } from './documents';
import { assistantFolder } from './files/assistantFolder';
import { Document } from './files/document';
import { settingsFormat } from './files/settingsFormat';
import { VersionedFile } from './files/versionedFile';
import type { Log } from './log';
import { ManualClock } from './testing/manualClock';

let root: string;
let logged: string[];
let clock: ManualClock;
const note = (_fields: object, message: string) => logged.push(message);
const log: Log = { info: note, warn: note, error: note };
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'console-documents-'));
  logged = [];
  clock = new ManualClock();
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const folder = () => path.join(root, 'deep');
const file = (name: string) => path.join(folder(), name);
const open = (presets = {}) => openDocuments(folder(), presets, clock, log);
const maya = UserId.parse('maya');
const old = { ...settingsFormat.initial, version: 1, theme: 'dark', logLevel: 'warn' };

/** As an earlier console left it. */
function put(name: string, text: string): void {
  mkdirSync(folder(), { recursive: true });
  writeFileSync(file(name), text);
}

describe('a document', () => {
  it('begins with the defaults, writes nothing by itself, and is there again after a restart', () => {
    const { settings, preferences } = open();
    expect(settings.value).toMatchObject({ primary: { host: '127.0.0.1', port: 2912 }, logLevel: 'info' });
    expect(existsSync(folder())).toBe(false);
    expect(settings.save({ ...settings.value, logLevel: 'debug' }).ok).toBe(true);
    expect(preferences.save({ ...defaultPreferences, theme: 'dark' }).ok).toBe(true);
    expect(open().settings.value.logLevel).toBe('debug');
    expect(open().preferences.value.theme).toBe('dark');
    expect(readdirSync(folder()).sort()).toEqual(['preferences.json', 'settings.json']);
    expect(open().problems()).toEqual([]);
  });

  it('keeps the one before', () => {
    const { settings } = open();
    settings.save({ ...settings.value, logLevel: 'debug' });
    clock.pass(1_000);
    settings.save({ ...settings.value, logLevel: 'warn' });
    expect(readFileSync(file('settings.json.bak'), 'utf8')).toContain('"debug"');
  });

  it('killed while it wrote: half a new file beside the old one changes nothing', () => {
    open().settings.save({ ...settingsFormat.initial, logLevel: 'debug' });
    put('settings.json.tmp', '{"version":2,"prim');
    put('settings.json.bak.tmp', '{"ver');
    expect(open().settings.value.logLevel).toBe('debug');
    expect(open().problems()).toEqual([]);
    expect(open().settings.save({ ...settingsFormat.initial, logLevel: 'warn' }).ok).toBe(true);
    expect(open().settings.value.logLevel).toBe('warn');
    expect(readFileSync(file('settings.json.bak'), 'utf8')).toContain('"debug"');
  });

  it('killed before the very first file was in its place: the defaults', () => {
    put('settings.json.tmp', '{"version":2');
    expect(open().settings.value).toEqual(settingsFormat.initial);
    expect(open().problems()).toEqual([]);
  });

  it.each([
    'not JSON',
    '',
    '{"version":2}',
    '{"version":"2"}',
    '{"version":0}',
    '{"version":1.5}',
    '[]',
    'null',
    '\0\0',
  ])('damaged (%j): kept aside and said, never thrown away', (text) => {
    put('settings.json', text);
    const keptAs = file('settings.damaged-1.json');
    expect(open().problems()).toEqual([{ file: 'settings', why: 'damaged', keptAs, restored: false }]);
    expect(readFileSync(keptAs, 'utf8')).toBe(text);
    expect(existsSync(file('settings.json'))).toBe(false);
    expect(logged).toEqual(['file cannot be read: kept aside']);
    expect(open().problems()).toEqual([]);
  });

  it('damaged: the one before is in force again, also at the start after; a second damage has its own name', () => {
    const { settings } = open();
    settings.save({ ...settings.value, logLevel: 'debug' });
    clock.pass(1_000);
    settings.save({ ...settings.value, logLevel: 'warn' });
    for (const n of [1, 2]) {
      put('settings.json', `damage ${n}`);
      const documents = open();
      expect(documents.settings.value.logLevel).toBe('debug');
      expect(documents.problems()).toMatchObject([{ restored: true, keptAs: file(`settings.damaged-${n}.json`) }]);
      expect(open().settings.value.logLevel).toBe('debug');
    }
    expect(readFileSync(file('settings.damaged-2.json'), 'utf8')).toBe('damage 2');
  });

  it('damaged, and the one before too: both are kept', () => {
    put('settings.json', 'one');
    put('settings.json.bak', 'two');
    expect(open().problems()).toMatchObject([{ restored: false }]);
    expect(readdirSync(folder()).sort()).toEqual(['settings.damaged-1.json', 'settings.json.damaged-1.bak']);
  });

  it('of version 2, from before encryption: other machines are spoken to encrypted from now on, this one is not', () => {
    const { allowPlain, authority, ...rest } = settingsFormat.initial;
    expect([allowPlain, authority]).toEqual([false, null]);
    const before = {
      ...rest,
      version: 2,
      primary: { host: 'ipma.example', port: 1 },
      backup: { host: '::1', port: 2 },
    };
    put('settings.json', JSON.stringify(before));
    expect(open().settings.value).toEqual({
      ...settingsFormat.initial,
      primary: { host: 'ipma.example', port: 1, tls: true },
      backup: { host: '::1', port: 2, tls: false },
    });
  });

  it('of a newer console: kept aside and said, whatever is in it', () => {
    const text = JSON.stringify({ ...settingsFormat.initial, version: 4 });
    put('settings.json', text);
    const documents = open();
    const keptAs = file('settings.newer-1.json');
    expect(documents.problems()).toEqual([{ file: 'settings', why: 'newer', keptAs, restored: false }]);
    documents.settings.save(documents.settings.value);
    expect(readFileSync(keptAs, 'utf8')).toBe(text);
  });

  it('that can be neither read nor moved is not written over', () => {
    // No file system has a name that long for the file moved aside.
    const own = file(`${'x'.repeat(246)}.json`);
    put(path.basename(own), 'damage');
    const document = new Document(new VersionedFile(own, settingsFormat, log), clock, log);
    expect(document.read.problem).toEqual({ why: 'damaged', keptAs: null, restored: false });
    expect(document.save(settingsFormat.initial).ok).toBe(false);
    expect(readFileSync(own, 'utf8')).toBe('damage');
  });

  it('that could not be written is not in force', () => {
    writeFileSync(folder(), 'a file where the folder should be');
    const { settings } = open();
    expect(settings.save({ ...settings.value, logLevel: 'debug' }).ok).toBe(false);
    expect(settings.value.logLevel).toBe('info');
    expect(logged).toContain('could not be saved');
  });

  it('whose later write fails is said, and no more once it could be written again', () => {
    const documents = open();
    const told: string[][] = [];
    documents.onProblems(() => told.push(documents.problems().map(({ file: name, why }) => `${name} ${why}`)));
    const { layout } = documents;
    layout.save(layout.value);
    rmSync(folder(), { recursive: true });
    writeFileSync(folder(), 'a file where the folder should be');
    layout.save(layout.value);
    clock.pass(500);
    layout.put(layout.value);
    clock.pass(1_000);
    expect(told).toEqual([['layout notSaved']]);
    rmSync(folder());
    layout.save(layout.value);
    clock.pass(1_000);
    expect(told).toEqual([['layout notSaved'], []]);
  });

  it('presets win for this run and are not written by themselves', () => {
    const presets = { primary: { host: 'ipma', port: 1 } };
    expect(open(presets).settings.value.primary).toEqual(presets.primary);
    expect(existsSync(folder())).toBe(false);
  });

  it('saves that come quickly are in force at once and written together, at the latest at the end', () => {
    const documents = open();
    const { layout } = documents;
    const save = (size: number) => {
      const [first, ...others] = defaultLayout.columns;
      if (first !== undefined) layout.save({ ...defaultLayout, columns: [{ ...first, size }, ...others] });
    };
    const inFile = () => open().layout.value.columns[0]?.size;
    save(27);
    expect(inFile()).toBe(27);
    for (const size of [27.1, 27.2, 27.3]) save(size);
    expect(layout.value.columns[0]?.size).toBe(27.3);
    expect(inFile()).toBe(27);
    clock.pass(499);
    expect(inFile()).toBe(27);
    clock.pass(1);
    expect(inFile()).toBe(27.3);
    save(27.4);
    expect(inFile()).toBe(27.3);
    documents.flush();
    expect(inFile()).toBe(27.4);
  });
});

describe('settings of version 1', () => {
  it('lose their theme to the preferences, once and for good', () => {
    put('settings.json', JSON.stringify(old));
    const first = open();
    expect(first.settings.value).toEqual({ ...settingsFormat.initial, logLevel: 'warn' });
    expect(first.preferences.value).toEqual({ ...defaultPreferences, theme: 'dark' });
    expect(readFileSync(file('settings.json'), 'utf8')).toBe(JSON.stringify(old));
    first.settings.save(first.settings.value);
    expect(open().preferences.value.theme).toBe('dark');
    expect(readFileSync(file('settings.json'), 'utf8')).not.toContain('theme');
    expect(open().problems()).toEqual([]);
  });

  it('say nothing any more where there are preferences', () => {
    put('settings.json', JSON.stringify(old));
    put('preferences.json', JSON.stringify({ ...defaultPreferences, theme: 'light' }));
    expect(open().preferences.value.theme).toBe('light');
  });

  it.each([
    { ...old, theme: 'pink' },
    { ...settingsFormat.initial, version: 1 },
  ])('with no theme that is one: the default', (settings) => {
    put('settings.json', JSON.stringify(settings));
    expect(open().preferences.value.theme).toBe('system');
    expect(open().problems()).toEqual([]);
  });
});

it('a layout with a panel twice or missing is repaired; the file is no problem', () => {
  const [first] = defaultLayout.columns;
  put('layout.json', JSON.stringify({ version: 1, columns: [first, first] }));
  const documents = open();
  expect(documents.layout.value.columns).toEqual([
    {
      size: 100,
      groups: [{ panels: ['calls', 'managers', 'directory', 'speedDials', 'history'], active: 'calls', size: 100 }],
    },
  ]);
  expect(documents.problems()).toEqual([]);
});

describe('documents of an assistant', () => {
  const dials: SpeedDials = {
    version: 1,
    groups: [{ id: 'g', name: 'Doctors' }],
    entries: [{ id: 'e', groupId: 'g', name: 'Dr. No', number: '1', notes: '' }],
  };

  it('are each assistant’s own', () => {
    open().ofAssistant(maya).speedDials.save(dials);
    expect(open().ofAssistant(maya).speedDials.value).toEqual(dials);
    expect(open().ofAssistant(UserId.parse('Maya')).speedDials.value.entries).toEqual([]);
  });

  it('that are damaged are told when they are read', () => {
    open().ofAssistant(maya).speedDials.save(dials);
    const own = path.join(assistantFolder(folder(), maya), 'speed-dials.json');
    writeFileSync(own, JSON.stringify({ ...dials, groups: [] }));
    const documents = open();
    expect(documents.problems()).toEqual([]);
    expect(documents.ofAssistant(maya).speedDials.value.entries).toEqual([]);
    expect(documents.problems()).toMatchObject([{ file: 'speedDials', why: 'damaged' }]);
    documents.ofAssistant(maya);
    expect(documents.problems()).toHaveLength(1);
  });

  it.each(['../../etc', '..', 'CON', 'a/b\\c', 'maya.', 'ünïcode', '\u202e', 'x'.repeat(64), 'a:b|c?*"<>'])(
    '%j has a folder with a safe name',
    (id) => {
      const own = assistantFolder(folder(), UserId.parse(id));
      expect(path.dirname(own)).toBe(file('assistants'));
      expect(path.basename(own)).toMatch(/^u-[a-z0-9-]{0,24}-[0-9a-f]{16}$/);
    },
  );
});
