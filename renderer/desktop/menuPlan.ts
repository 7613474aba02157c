/** Which command stands in which native menu, and between which lines. What nobody has placed stands at the end of its group's menu. */
import type { MenuPlace } from '../../shared/desktop/menu';
import type { CommandGroup } from '../commands/command';
import type { CommandName } from '../commands/names';
import { commands } from '../commands/registry';

type Section = readonly CommandName[];

const placed: Readonly<Record<MenuPlace, readonly Section[]>> = {
  app: [['preferences', 'shortcuts'], ['togglePopToFront', 'toggleRing'], ['goOnlineOffline', 'signOut'], ['quit']],
  call: [
    ['answer', 'hangUp', 'holdResume'],
    ['transfer', 'consultTransfer', 'consultConference', 'complete', 'cancelConsult', 'directTransfer', 'join'],
    ['redirect', 'redirectTarget', 'toVoicemail'],
    ['keypad', 'callBack', 'newSpeedDial', 'speedDialFromCall'],
    ['nextCall', 'previousCall'],
  ],
  manager: [
    ['intercom', 'callManager'],
    ['toggleDoNotDisturb', 'toggleDivertAll', 'toggleAssistantWatch', 'toggleAlertTone'],
    ['toggleFilter', 'toggleFilterMode'],
    ['configureManager'],
  ],
  go: [
    ['dial', 'findPerson', 'palette'],
    ['goToCalls', 'goToManagers', 'goToSpeedDials', 'goToHistory'],
  ],
  view: [['resetLayout']],
  help: [['cheatSheet'], ['checkConnection'], ['recordings', 'saveLastMinutes', 'reportProblem'], ['about']],
};

const ofGroup: Readonly<Record<CommandGroup, MenuPlace>> = {
  call: 'call',
  manager: 'manager',
  go: 'go',
  console: 'help',
};

/** In the order of the menu bar. */
export function sectionsOf(place: MenuPlace): readonly Section[] {
  const rest = commands
    .filter(({ name, group }) => ofGroup[group] === place && !known.has(name))
    .map(({ name }) => name);
  return rest.length === 0 ? placed[place] : [...placed[place], rest];
}

const known: ReadonlySet<CommandName> = new Set(Object.values(placed).flat(2));

/** What can be done from the tray, where no window need be open: nothing here asks anything first. */
export const traySections: readonly Section[] = [
  ['answer', 'hangUp', 'holdResume'],
  ['goOnlineOffline', 'toggleRing'],
];

/** These open something that asks for more before anything happens: their names end with an ellipsis, as people know it from other menus. */
export const asks: ReadonlySet<CommandName> = new Set<CommandName>([
  ...(['preferences', 'shortcuts', 'transfer', 'consultTransfer', 'consultConference', 'redirectTarget'] as const),
  ...(['newSpeedDial', 'speedDialFromCall', 'configureManager', 'palette'] as const),
  ...(['checkConnection', 'recordings', 'saveLastMinutes', 'reportProblem'] as const),
]);
