import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { BridgePush } from '../../shared/bridge';
import { defaultPreferences } from '../../shared/console/preferences';
import { createBench } from '../core/testing/bench';
import type { Bench } from '../core/testing/bench';
import { canStartWithComputer, followStartWithComputer, wasStartedByComputer } from './startWithComputer';

const asked = vi.hoisted(() => vi.fn());
const app = vi.hoisted(() => ({
  isPackaged: true,
  getAppPath: () => '/app',
  getLoginItemSettings: () => ({ wasOpenedAtLogin: false }),
}));
vi.mock('electron', () => ({ app: Object.assign(app, { setLoginItemSettings: asked }) }));

let bench: Bench;
beforeEach(async () => {
  bench = await createBench();
  asked.mockClear();
  app.isPackaged = true;
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await bench.close();
});

const onSystem = (platform: string, argv: readonly string[] = []) =>
  vi.stubGlobal('process', { ...process, platform, argv, execPath: '/electron' });
const prefer = (startWithComputer: boolean) =>
  bench.core.handlers.savePreferences({ ...defaultPreferences, startWithComputer });

it.each([
  ['win32', true],
  ['darwin', true],
  ['linux', false],
])('on %s it can be had: %s', (platform, can) => {
  onSystem(platform);
  expect(canStartWithComputer()).toBe(can);
  followStartWithComputer(bench.core);
  expect(asked).not.toHaveBeenCalled();
});

it('follows the preference, and asks the system only when it changes', async () => {
  onSystem('win32');
  followStartWithComputer(bench.core);
  await prefer(true);
  await prefer(true);
  await prefer(false);
  const args = ['--started-by-computer'];
  expect(asked.mock.calls).toEqual([[{ openAtLogin: true, args }], [{ openAtLogin: false, args }]]);
});

it('at the start asks for what is wanted; a copy that is not packaged says what to run', async () => {
  onSystem('darwin');
  app.isPackaged = false;
  await prefer(true);
  followStartWithComputer(bench.core);
  expect(asked.mock.calls).toEqual([[{ openAtLogin: true, path: '/electron', args: ['/app'] }]]);
});

it.each([
  ['win32', ['/app', '--started-by-computer'], false, true],
  ['win32', ['/app'], true, false],
  ['darwin', ['/app'], true, true],
  ['darwin', ['/app', '--started-by-computer'], false, false],
])('on %s with %j, opened at login %s: started by the computer %s', (platform, argv, wasOpenedAtLogin, expected) => {
  onSystem(platform, argv);
  app.getLoginItemSettings = () => ({ wasOpenedAtLogin });
  expect(wasStartedByComputer()).toBe(expected);
});

it('on a system without such a list nothing is asked', async () => {
  onSystem('linux');
  const heard: BridgePush['kind'][] = [];
  bench.core.subscribe(({ kind }) => heard.push(kind));
  followStartWithComputer(bench.core);
  await prefer(true);
  expect(heard).toEqual(['preferences']);
  expect(asked).not.toHaveBeenCalled();
});
