/** What the native menus and the tray show now, out of the one command registry. Pure but for the words, which are those of the page's language. */
import { menuPlaces, type MenuItem, type MenuModel, type MenuPlace } from '../../shared/desktop/menu';
import { managerTarget } from '../commands/managerTarget';
import type { CommandName } from '../commands/names';
import { commandNamed, keysOf } from '../commands/registry';
import { mayRunFromOutside } from '../commands/runFromOutside';
import type { AppState } from '../store/state';
import { t } from '../strings/i18n';
import { acceleratorOf } from './accelerator';
import { asks, sectionsOf, traySections } from './menuPlan';

/** Those that turn something on or off: the tick says which, so the name does not. */
const ticks = {
  toggleDoNotDisturb: (state) => managerTarget(state)?.doNotDisturb ?? false,
  toggleDivertAll: (state) => managerTarget(state)?.divertAll ?? false,
  toggleFilter: (state) => managerTarget(state)?.filterOn ?? false,
  toggleAssistantWatch: (state) => managerTarget(state)?.assistantWatch ?? false,
  toggleAlertTone: (state) => managerTarget(state)?.alertTone ?? false,
  togglePopToFront: ({ preferences }) => preferences.popToFront,
  toggleRing: ({ preferences }) => preferences.ring.on,
} as const satisfies Partial<Record<CommandName, (state: AppState) => boolean>>;

type Ticked = keyof typeof ticks;

export function menuModel(state: AppState, isMac: boolean): MenuModel {
  const items = (sections: readonly (readonly CommandName[])[]): MenuItem[] =>
    sections.flatMap((names, at) => [
      ...(at === 0 ? [] : [{ kind: 'line' } as const]),
      ...names.map((name) => itemOf(name, state, isMac)),
    ]);
  return {
    menus: menuPlaces.map((place) => ({ place, label: labelOf(place), items: items(sectionsOf(place)) })),
    // Nothing of a session is offered where there is none.
    tray: state.console === null ? [] : items(traySections),
  };
}

function itemOf(name: CommandName, state: AppState, isMac: boolean): MenuItem {
  const command = commandNamed(name);
  const [keys] = keysOf(state, name);
  const words = isTicked(name) ? t(`menu.ticked.${name}`) : t(`command.${command.label(state)}`);
  return {
    kind: 'command',
    command: name,
    label: asks.has(name) ? `${words}…` : words,
    accelerator: keys === undefined ? null : acceleratorOf(keys, isMac),
    enabled: mayRunFromOutside(name, state) && command.unavailable(state) === null,
    checked: isTicked(name) ? ticks[name](state) : null,
  };
}

function isTicked(name: CommandName): name is Ticked {
  return Object.hasOwn(ticks, name);
}

function labelOf(place: MenuPlace): string {
  switch (place) {
    case 'app':
      return t('menu.file');
    case 'call':
      return t('commandGroup.call');
    case 'manager':
      return t('commandGroup.manager');
    case 'go':
      return t('commandGroup.go');
    case 'view':
      return t('menu.view');
    case 'help':
      return t('menu.help');
  }
}
