import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { defaultPreferences } from '../../shared/console/preferences';
import type { SystemKeys } from '../../shared/desktop/systemKeys';
import { createBench } from '../core/testing/bench';
import type { Bench } from '../core/testing/bench';
import { followSystemKeys } from './systemKeys';
import type { SystemKeysFollower } from './systemKeys';

const system = vi.hoisted(() => ({
  keys: new Map<string, () => void>(),
  /** Of other programs. */
  taken: new Set<string>(),
  throws: false,
}));
vi.mock('electron', () => ({
  globalShortcut: {
    register(keys: string, press: () => void) {
      if (system.throws) throw new TypeError('Error processing argument');
      if (system.taken.has(keys) || system.keys.has(keys)) return false;
      system.keys.set(keys, press);
      return true;
    },
    unregister: (keys: string) => void system.keys.delete(keys),
  },
}));

let bench: Bench;
let follower: SystemKeysFollower;
const pressed: string[] = [];
const note = () => undefined;
beforeEach(async () => {
  vi.stubGlobal('process', { ...process, platform: 'linux' });
  bench = await createBench();
  pressed.length = 0;
  const log = { info: note, warn: note, error: note };
  follower = followSystemKeys({ core: bench.core, log, press: (one) => void pressed.push(one), clock: bench.clock });
});
afterEach(async () => {
  vi.unstubAllGlobals();
  system.keys.clear();
  system.taken.clear();
  system.throws = false;
  await bench.close();
});

const prefer = (systemKeys: SystemKeys) => bench.core.handlers.savePreferences({ ...defaultPreferences, systemKeys });
const status = () => bench.core.state().systemKeys;
const keys = () => [...system.keys.keys()];

it('are in force while somebody is signed in', async () => {
  await prefer({ answer: 'CmdOrCtrl+Shift+F2', hangUp: 'Control+Shift+F4' });
  expect(keys()).toEqual([]);
  await bench.goLive();
  expect(keys()).toEqual(['Control+Shift+F2', 'Control+Shift+F4']);
  expect(status()).toEqual({ answer: 'inForce', hangUp: 'inForce' });
  await bench.core.handlers.logout({});
  expect(keys()).toEqual([]);
  expect(status()).toEqual({ answer: 'off', hangUp: 'off' });
});

it('follow the preferences, also where the two change places', async () => {
  await bench.goLive();
  await prefer({ answer: 'Control+F2', hangUp: 'Alt+F2' });
  await prefer({ answer: 'Alt+F2', hangUp: 'Control+F2' });
  system.keys.get('Alt+F2')?.();
  expect(pressed).toEqual(['answer']);
  expect(status()).toEqual({ answer: 'inForce', hangUp: 'inForce' });
  await prefer({ answer: null, hangUp: null });
  expect(keys()).toEqual([]);
});

it('say what another program has, and try again when the machine wakes up', async () => {
  system.taken.add('Control+F2');
  await bench.goLive();
  await prefer({ answer: 'Control+F2', hangUp: null });
  expect(status().answer).toBe('taken');
  system.taken.clear();
  follower.again();
  expect(status().answer).toBe('inForce');
});

it('ask the system for nothing that may not be taken', async () => {
  await bench.goLive();
  await prefer({ answer: 'F2', hangUp: 'Control+C' });
  expect(status()).toEqual({ answer: 'noModifier', hangUp: 'reserved' });
  await prefer({ answer: 'Control+F2', hangUp: 'control+f2' });
  expect(status()).toEqual({ answer: 'inForce', hangUp: 'same' });
  await prefer({ answer: 'nonsense', hangUp: null });
  expect(status()).toEqual({ answer: 'notAKey', hangUp: 'off' });
  expect(keys()).toEqual([]);
});

it('survive an Electron that does not know a key', async () => {
  system.throws = true;
  await bench.goLive();
  await prefer({ answer: 'Control+F2', hangUp: null });
  expect(status().answer).toBe('taken');
});

it('a key held down is one press', async () => {
  await bench.goLive();
  await prefer({ answer: null, hangUp: 'Control+F6' });
  const press = system.keys.get('Control+F6');
  for (let repeat = 0; repeat < 5; repeat += 1) {
    press?.();
    bench.clock.pass(500);
  }
  expect(pressed).toEqual(['hangUp']);
  bench.clock.pass(1_000);
  press?.();
  expect(pressed).toEqual(['hangUp', 'hangUp']);
});

it('are given back at the end', async () => {
  await bench.goLive();
  await prefer({ answer: 'Control+F2', hangUp: 'Alt+F2' });
  follower.close();
  expect(keys()).toEqual([]);
});
