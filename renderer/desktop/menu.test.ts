import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MenuItem, MenuModel } from '../../shared/desktop/menu';
import { MenuModel as MenuModelSchema } from '../../shared/desktop/menu';
import { languages } from '../../shared/console/choices';
import { commandNames } from '../commands/names';
import { aCall, aState } from '../testing/facts';
import { createStore } from 'zustand/vanilla';
import type { AppState } from '../store/state';
import { fetchLaterWords, showLanguage, startStrings } from '../strings/i18n';
import { acceleratorOf } from './accelerator';
import { leastPause, tellMenu } from './menu';
import { menuModel } from './menuModel';

beforeAll(async () => {
  await startStrings();
  await fetchLaterWords();
});
beforeEach(() => showLanguage('en', []));

const commandsOf = (items: readonly MenuItem[]) => items.flatMap((item) => (item.kind === 'command' ? [item] : []));
const allOf = (model: MenuModel) => model.menus.flatMap(({ items }) => commandsOf(items));
const itemOf = (model: MenuModel, name: string) => allOf(model).find(({ command }) => command === name);

describe('the model', () => {
  it('has every command once, and fits the contract in every language', async () => {
    expect(
      allOf(menuModel(aState([]), false))
        .map(({ command }) => command)
        .toSorted(),
    ).toEqual([...commandNames].toSorted());
    for (const language of languages) {
      await showLanguage(language, []);
      const model = menuModel(aState([]), false);
      expect(MenuModelSchema.safeParse(model).success).toBe(true);
      // A key where words should be is a word nobody has written.
      expect(allOf(model).filter(({ label }) => /^(menu|command)\./.test(label))).toEqual([]);
      expect(model.menus.every(({ label }) => !label.includes('.'))).toBe(true);
    }
  });

  it('says what a command would do now, with the keys in force', () => {
    const held = aCall('c1', { state: 'hold', answeredAt: 1 });
    const base = aState([held], { selected: held.connectionId });
    const state = { ...base, preferences: { ...base.preferences, shortcuts: { holdResume: ['$mod+Shift+y'] } } };
    expect(itemOf(menuModel(state, true), 'holdResume')).toEqual({
      kind: 'command',
      command: 'holdResume',
      label: 'Resume',
      accelerator: 'Command+Shift+Y',
      enabled: true,
      checked: null,
    });
    expect(itemOf(menuModel(state, false), 'answer')).toMatchObject({ enabled: false, accelerator: 'F2' });
  });

  it('ticks what is on, and names it without saying on or off', async () => {
    const off = aState([]);
    const on = { ...off, preferences: { ...off.preferences, popToFront: true } };
    expect(itemOf(menuModel(off, false), 'togglePopToFront')).toMatchObject({ label: 'Pop to front', checked: false });
    expect(itemOf(menuModel(on, false), 'togglePopToFront')).toMatchObject({ checked: true });
    await showLanguage('de', []);
    expect(itemOf(menuModel(off, false), 'transfer')).toMatchObject({ label: 'Vermitteln…', checked: null });
  });

  it('without a session offers only what helps without one, and nothing in the tray', () => {
    const model = menuModel({ ...aState([]), console: null }, false);
    const enabled = allOf(model).filter(({ enabled: can }) => can);
    expect(enabled.map(({ command }) => command).toSorted()).toEqual(
      expect.arrayContaining(['checkConnection', 'recordings']),
    );
    expect(enabled.map(({ command }) => command)).not.toContain('preferences');
    expect(model.tray).toEqual([]);
    expect(commandsOf(menuModel(aState([]), false).tray).map(({ command }) => command)).toContain('answer');
  });
});

describe('telling the host', () => {
  async function telling(answer: () => Promise<unknown> = () => Promise.resolve()) {
    const store = createStore<AppState>()(() => aState([]));
    const told: MenuModel[] = [];
    let time = 0;
    let due: { run: () => void; at: number }[] = [];
    const pace = {
      now: () => time,
      later: (run: () => void, ms: number) => void due.push({ run, at: time + ms }),
    };
    const pass = (ms: number) => {
      time += ms;
      const ready = due.filter(({ at }) => at <= time);
      due = due.filter(({ at }) => at > time);
      ready.forEach(({ run }) => run());
    };
    await tellMenu({ store }, (model) => (told.push(model), answer()), pace);
    const ring = (on: boolean) =>
      store.setState(({ preferences }) => ({ preferences: { ...preferences, ring: { ...preferences.ring, on } } }));
    return { store, told, pass, ring };
  }

  it('at once, then only what is different', async () => {
    const { store, told, pass, ring } = await telling();
    expect(told).toHaveLength(1);
    store.setState({ dialText: '1' });
    pass(leastPause);
    expect(told).toHaveLength(1);
    ring(false);
    pass(leastPause);
    expect(told).toHaveLength(2);
  });

  it('a thousand events in a second are four models at most, and the last one is the truth', async () => {
    const { told, pass, ring } = await telling();
    for (let event = 0; event < 1_000; event += 1) {
      ring(event % 2 === 0);
      pass(1);
    }
    ring(false);
    pass(leastPause);
    expect(told.length).toBeLessThanOrEqual(1 + 1_000 / leastPause + 1);
    expect(told.at(-1)?.tray).toMatchObject(menuModel(aState([]), false).tray.map((item) => ({ kind: item.kind })));
    expect(itemOf(told.at(-1) ?? { menus: [], tray: [] }, 'toggleRing')).toMatchObject({ checked: false });
  });

  it('another language is told; what the host did not hear is told with the next change', async () => {
    let refuses = true;
    const { told, pass, store } = await telling(() =>
      refuses ? Promise.reject(new Error('gone')) : Promise.resolve(),
    );
    await Promise.resolve();
    refuses = false;
    store.setState({ dialText: '1' });
    pass(leastPause);
    expect(told).toHaveLength(2);
    await showLanguage('de', []);
    pass(leastPause);
    expect(told.at(-1)?.menus[0]?.label).toBe('Datei');
  });
});

it.each([
  ['$mod+Shift+h', false, 'Control+Shift+H'],
  ['$mod+Shift+h', true, 'Command+Shift+H'],
  ['$mod+Control+Alt+,', true, 'Command+Control+Alt+,'],
  ['$mod+ArrowDown', false, 'Control+Down'],
  ['$mod+Plus', false, 'Control+Plus'],
  ['Shift+F12', false, 'Shift+F12'],
  ['$mod+Enter', false, 'Control+Enter'],
  ['$mod+ä', false, null],
  ['ContextMenu', false, null],
])('%s is %s %s', (keys, isMac, expected) => expect(acceleratorOf(keys, isMac)).toBe(expected));
