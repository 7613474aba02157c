import { createStore } from 'zustand/vanilla';
import { expect, it } from 'vitest';
import type { ScreenView } from '../../shared/session/intent';
import { aCall, aState } from '../testing/facts';
import { applyPush } from './applyPush';
import type { AppState } from './state';
import { tellView } from './tellView';

const [one, two] = [aCall('one').connectionId, aCall('two').connectionId];

function start() {
  const store = createStore<AppState>()(() => aState([]));
  const told: ScreenView[] = [];
  const waiting: (() => void)[] = [];
  let focus = (): void => undefined;
  const onFocus = (run: () => void): void => void (focus = run);
  tellView(store, { later: (run) => void waiting.push(run) }, onFocus, (view) => void told.push(view));
  return { store, told, focus: () => focus(), rest: () => waiting.splice(0).forEach((run) => run()) };
}

/** A page that has told how it begins. */
function started() {
  const page = start();
  page.rest();
  page.told.length = 0;
  return page;
}

it('tells how a page begins: what was selected before it was loaded anew is not selected now', () => {
  const { told, rest } = start();
  rest();
  expect(told).toEqual([{ selected: null, selectedManager: null, overlay: null }]);
});

it('tells what is selected and open, once for everything that changes together', () => {
  const { store, told, rest } = started();
  store.setState({ selected: one });
  store.setState({ selected: two, overlay: { kind: 'keypad', connectionId: two } });
  expect(told).toEqual([]);
  rest();
  expect(told).toEqual([{ selected: two, selectedManager: null, overlay: 'keypad' }]);
  store.setState({ overlay: null });
  rest();
  expect(told).toHaveLength(2);
});

it('says nothing of what else changes, nor of what is as it was by then', () => {
  const { store, told, rest } = started();
  store.setState({ dialText: '2001' });
  store.setState({ selected: one });
  store.setState({ selected: null });
  rest();
  expect(told).toEqual([]);
});

it('tells nothing of what was typed into a dialog', () => {
  const { store, told, rest } = started();
  store.setState({ overlay: { kind: 'speedDial', entryId: null, name: 'Anna', number: '2001' } });
  rest();
  expect(told).toEqual([{ selected: null, selectedManager: null, overlay: 'speedDial' }]);
});

it('tells again what has not changed to a host that was away, and when another recording begins', () => {
  const { store, told, rest } = started();
  store.setState({ selected: one });
  rest();
  store.setState((state) => applyPush(state, { kind: 'recorder', recorder: { ...state.recorder } }));
  rest();
  const view = { selected: one, selectedManager: null, overlay: null };
  expect(told).toEqual([view, view]);
});

it('tells again as its tab comes to the front', () => {
  const { told, rest, focus } = started();
  focus();
  focus();
  rest();
  expect(told).toEqual([{ selected: null, selectedManager: null, overlay: null }]);
});
