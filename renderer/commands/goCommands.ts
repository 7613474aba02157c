/** The commands that bring the focus somewhere. */
import type { PanelId } from '../../shared/console/layout';
import { withPanelShown } from '../layout/arrange';
import type { App } from '../store/app';
import { command, type ConsoleCommand } from './command';
import { dialFieldId, directoryFieldId, focusField, focusPanel } from './focus';
import { focusWhenThere, stayHere } from './focusOnTheWay';

const group = 'go';

/** Brings the tab forward where another one is in front of it. */
function show({ store, actions }: App, panel: PanelId): void {
  const { layout } = store.getState();
  const shown = withPanelShown(layout, panel);
  if (shown !== layout) actions.saveLayout(shown);
}

function goTo(
  name: 'goToCalls' | 'goToManagers' | 'goToSpeedDials' | 'goToHistory',
  panel: PanelId,
  keys: string,
): ConsoleCommand {
  return command({
    name,
    group,
    keys: [keys],
    run: (app) => {
      show(app, panel);
      focusWhenThere(() => focusPanel(panel));
    },
  });
}

export const goCommands: readonly ConsoleCommand[] = [
  command({
    name: 'dial',
    group,
    keys: ['F9'],
    run: () => {
      stayHere();
      focusField(dialFieldId);
    },
  }),
  command({
    name: 'findPerson',
    group,
    keys: ['$mod+f'],
    run: (app) => {
      show(app, 'directory');
      focusWhenThere(() => focusField(directoryFieldId));
    },
  }),
  command({ name: 'palette', group, keys: ['$mod+k'], run: ({ actions }) => actions.open({ kind: 'palette' }) }),
  goTo('goToCalls', 'calls', '$mod+1'),
  goTo('goToManagers', 'managers', '$mod+2'),
  goTo('goToSpeedDials', 'speedDials', '$mod+3'),
  goTo('goToHistory', 'history', '$mod+4'),
];
