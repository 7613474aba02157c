/** What hosts take from the core: the level of the log, the accounts of the demo, calls that ring. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BridgePush, BridgeState } from '../../shared/bridge';
import type { ConnectionId } from '../../shared/ids';
import { readDemoAccounts } from './demoAccounts';
import { followLogLevel } from './logLevel';
import { watchRinging } from './ringing';
import { createBench } from './testing/bench';
import type { Bench } from './testing/bench';

let bench: Bench;
let folder: string;
beforeEach(async () => {
  bench = await createBench();
  folder = mkdtempSync(path.join(tmpdir(), 'console-hosts-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await bench.close();
});

it('the log level of the settings is in force at once', async () => {
  const log = { level: 'info' };
  followLogLevel(log, bench.core);
  await bench.core.handlers.saveSettings({ ...bench.core.state().settings, logLevel: 'debug' });
  expect(log.level).toBe('debug');
});

describe('demo accounts', () => {
  const warnings: string[] = [];
  const note = (_fields: object, message: string) => warnings.push(message);
  const log = { info: note, warn: note, error: note };
  const write = (text: string) => {
    const file = path.join(folder, 'demo.json');
    writeFileSync(file, text);
    return file;
  };

  it('are those of the file', () => {
    const demo = { password: 'p', accounts: [{ userId: 'maya', name: 'Maya', mode: 'proxy', managers: 6 }] };
    expect(readDemoAccounts(write(JSON.stringify(demo)), log)).toEqual(demo);
    expect(readDemoAccounts(null, log)).toBeNull();
    expect(warnings).toEqual([]);
  });

  it.each(['', '{}', '{"password":"p","accounts":[{}]}', '[]'])(
    'a file that is not one (%j) costs only the offer',
    (text) => {
      warnings.length = 0;
      expect(readDemoAccounts(write(text), log)).toBeNull();
      expect(warnings).toEqual(['demo accounts cannot be read: left out']);
    },
  );
});

describe('ringing calls', () => {
  interface Rig {
    readonly seen: string[];
    readonly show: (...calls: { readonly id: string; readonly state?: string; readonly direction?: string }[]) => void;
    readonly push: (kind: BridgePush['kind']) => void;
  }

  /** A core that only shows calls. */
  function rig(): Rig {
    const seen: string[] = [];
    let state: unknown = { console: null };
    let tell: (push: BridgePush) => void = () => undefined;
    const core = {
      state: () => state as BridgeState,
      subscribe(listener: (push: BridgePush) => void) {
        tell = listener;
        return () => undefined;
      },
    };
    watchRinging(core, {
      began: ({ connectionId, manager }) => seen.push(`+${connectionId} ${manager ?? '-'}`),
      ended: (id: ConnectionId) => seen.push(`-${id}`),
    });
    const push = (kind: BridgePush['kind']) => tell({ kind } as BridgePush);
    return {
      seen,
      push,
      show(...calls) {
        const views = calls.map(({ id, state: is = 'alerting', direction = 'in' }) => ({
          connectionId: id,
          state: is,
          direction,
          party: { name: null, number: null },
          managerId: id === 'anna-s' ? 'anna' : null,
        }));
        state = { console: { calls: views, managers: [{ managerId: 'anna', name: 'Anna' }] } };
        push('events');
      },
    };
  }

  it('begin once and end once, with the manager’s name', () => {
    const { seen, show } = rig();
    show({ id: 'one' });
    show({ id: 'one' }, { id: 'anna-s' });
    show({ id: 'one', state: 'connected' }, { id: 'anna-s' });
    show();
    expect(seen).toEqual(['+one -', '+anna-s Anna', '-one', '-anna-s']);
  });

  it('are none where the assistant calls, or where other news comes', () => {
    const { seen, show, push } = rig();
    show({ id: 'out', direction: 'out' }, { id: 'held', state: 'hold' });
    push('preferences');
    push('link');
    expect(seen).toEqual([]);
  });

  it('that are still there after the link came back began long ago', () => {
    const { seen, show, push } = rig();
    show({ id: 'one' });
    push('link');
    push('console');
    expect(seen).toEqual(['+one -']);
  });
});
