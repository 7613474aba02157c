import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Intent } from '../../shared/session/intent';
import type { App } from '../store/app';
import { aCall, aState } from '../testing/facts';
import type { AppState } from '../store/state';
import { commandNamed, runCommand } from './registry';
import { runFromOutside } from './runFromOutside';
import { given } from './way';

/** In the order in which they left. */
let left: (string | Intent)[];
beforeEach(() => (left = []));
afterEach(() => vi.unstubAllGlobals());

function appWith(state: AppState): App {
  const actions = {
    send: ({ type }: { type: string }) => left.push(type),
    open: ({ kind }: { kind: string }) => left.push(kind),
    close: () => undefined,
    toast: () => undefined,
    justEnded: () => null,
    select: () => undefined,
    intend: (intent: Intent) => left.push(intent),
  };
  return { store: { getState: () => state }, actions } as never;
}

const ringing = aState([aCall('one')]);

it('the command leaves first, then how it was given', () => {
  given({ way: 'key', keys: 'F2' }, () => commandNamed('answer').run(appWith(ringing)));
  expect(left).toEqual(['answer', { way: 'key', command: 'answer', keys: 'F2' }]);
});

it('a button is a click, whatever was pressed before it', () => {
  given({ way: 'palette', keys: null }, () => undefined);
  commandNamed('answer').run(appWith(ringing));
  expect(left.at(-1)).toEqual({ way: 'click', command: 'answer', keys: null });
});

it('what could not be done was wanted all the same', () => {
  const app = appWith(aState([]));
  given({ way: 'key', keys: 'F2' }, () => runCommand(commandNamed('answer'), app, () => undefined));
  expect(left).toEqual([{ way: 'key', command: 'answer', keys: 'F2' }]);
});

it('a native menu is a menu', () => {
  runFromOutside(appWith(ringing), 'about');
  expect(left).toEqual(['about', { way: 'menu', command: 'about', keys: null }]);
});

it('what opens nothing is done beside an open dialog, which may be in a hidden window; the rest waits', () => {
  vi.stubGlobal('document', { querySelector: () => ({}) });
  runFromOutside(appWith(ringing), 'goOnlineOffline');
  runFromOutside(appWith(ringing), 'about');
  expect(left).toEqual(['setOnline', { way: 'menu', command: 'goOnlineOffline', keys: null }]);
});
