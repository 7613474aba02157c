import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { claimLinks, listenForLinks, onLinks, openLinks } from './links';

const system = vi.hoisted(() => ({
  isPackaged: true,
  asked: [] as unknown[][],
  isOurs: false,
  willing: true,
  openUrl: null as ((event: { preventDefault(): void }, url: string) => void) | null,
}));
vi.mock('electron', () => ({
  app: {
    get isPackaged() {
      return system.isPackaged;
    },
    on: (_name: string, listener: typeof system.openUrl) => void (system.openUrl = listener),
    isDefaultProtocolClient: () => system.isOurs,
    setAsDefaultProtocolClient: (...args: unknown[]) => system.asked.push(args) > 0 && system.willing,
  },
}));

let folder: string;
const logged: object[] = [];
const note = (fields: object) => void logged.push(fields);
const log = { info: note, warn: note, error: note };
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'console-links-'));
  Object.assign(system, { isPackaged: true, asked: [], isOurs: false, willing: true });
  logged.length = 0;
});
afterEach(() => {
  vi.unstubAllGlobals();
  rmSync(folder, { recursive: true });
});

const onSystem = (platform: string) => vi.stubGlobal('process', { ...process, platform, execPath: 'C:\\console.exe' });

it('asks the system once, and overrules nobody later', () => {
  onSystem('linux');
  claimLinks(folder, log);
  expect(system.asked).toEqual([['tel'], ['callto']]);
  claimLinks(folder, log);
  expect(system.asked).toHaveLength(2);
});

it('on Windows nothing behind the program is a switch', () => {
  onSystem('win32');
  claimLinks(folder, log);
  expect(system.asked).toEqual(['tel', 'callto'].map((scheme) => [scheme, 'C:\\console.exe', ['--']]));
});

it('asks for nothing where it was not installed, or has them already', () => {
  system.isPackaged = false;
  claimLinks(folder, log);
  Object.assign(system, { isPackaged: true, isOurs: true });
  claimLinks(folder, log);
  expect(system.asked).toEqual([]);
});

it('a system that is not willing, and a damaged file, are logged and do no harm', () => {
  system.willing = false;
  writeFileSync(path.join(folder, 'links.json'), '{');
  claimLinks(folder, log);
  expect(logged).toContainEqual({ scheme: 'tel' });
  expect(system.asked).toHaveLength(2);
});

it('what comes before anybody can be asked waits, and the latest click counts', () => {
  listenForLinks();
  let prevented = 0;
  const event = { preventDefault: () => void (prevented += 1) };
  system.openUrl?.(event, 'tel:1');
  system.openUrl?.(event, 'tel:2');
  const taken: (readonly string[])[] = [];
  onLinks((links) => void taken.push(links));
  expect(taken).toEqual([['tel:2']]);
  expect(openLinks([])).toBe(false);
  expect(openLinks(['tel:3', 'tel:4'])).toBe(true);
  system.openUrl?.(event, 'tel:5');
  expect(taken.slice(1)).toEqual([['tel:3', 'tel:4'], ['tel:5']]);
  expect(prevented).toBe(3);
});
