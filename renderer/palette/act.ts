/** What Enter does with an entry, and what else can be done with a number that was found. */
import type { Dn } from '../../shared/ids';
import { callFromOwnLine, ownLineReason } from '../commands/callOut';
import { focusPanel } from '../commands/focus';
import { focusWhenThere } from '../commands/focusOnTheWay';
import type { CommandName } from '../commands/names';
import type { Reason } from '../commands/reason';
import { target } from '../commands/target';
import { given } from '../commands/way';
import { cleanDialString } from '../format/dialString';
import { withPanelShown } from '../layout/arrange';
import { reachCommand } from '../reach/purpose';
import { t } from '../strings/i18n';
import type { App } from '../store/app';
import type { AppState } from '../store/state';
import type { PaletteEntry } from './entries';

/** With the keys of the commands they are like. */
export const secondary = ['transfer', 'consultTransfer', 'consultConference', 'newSpeedDial'] as const;
export type Secondary = (typeof secondary)[number];

export function isSecondary(name: CommandName): name is Secondary {
  return secondary.some((one) => one === name);
}

export function secondaryReason(name: Secondary, state: AppState): Reason | null {
  if (name === 'newSpeedDial') return null;
  const found = target(name, state);
  return found.ok ? null : found.reason;
}

/** Why Enter would do nothing; null where it acts. */
export function entryReason(entry: PaletteEntry, state: AppState): Reason | null {
  switch (entry.kind) {
    case 'command':
      return entry.command.unavailable(state);
    case 'manager':
      return null;
    case 'number':
    case 'speedDial':
    case 'person':
      return ownLineReason(state);
  }
}

/** False where it did nothing: then the palette stays. */
export function act(app: App, entry: PaletteEntry): boolean {
  const { store, actions } = app;
  const reason = entryReason(entry, store.getState());
  if (reason !== null) {
    actions.announce(t(`reason.${reason}`));
    return false;
  }
  if (entry.kind === 'command') {
    actions.close();
    given({ way: 'palette', keys: null }, () => entry.command.run(app));
    return true;
  }
  if (entry.kind === 'manager') {
    actions.close();
    actions.selectManager(entry.managerId);
    const { layout } = store.getState();
    const shown = withPanelShown(layout, 'managers');
    if (shown !== layout) actions.saveLayout(shown);
    focusWhenThere(() => focusPanel('managers'));
    return true;
  }
  const to = numberOf(app, entry);
  if (to === null || !callFromOwnLine(app, to)) return false;
  actions.close();
  return true;
}

/** False where it did nothing. */
export function actSecondary(app: App, name: Secondary, entry: PaletteEntry): boolean {
  const { store, actions } = app;
  const to = numberOf(app, entry);
  if (to === null) return false;
  if (name === 'newSpeedDial') {
    actions.open({ kind: 'speedDial', entryId: null, name: 'name' in entry ? entry.name : '', number: to });
    return true;
  }
  const found = target(name, store.getState());
  if (!found.ok) {
    actions.announce(t(`reason.${found.reason}`));
    return false;
  }
  actions.close();
  actions.send(reachCommand(name, found.call.connectionId, to));
  return true;
}

function numberOf({ actions }: App, entry: PaletteEntry): Dn | null {
  if (entry.kind === 'command') return null;
  const cleaned = cleanDialString(entry.number);
  if (cleaned.ok) return cleaned.value;
  actions.toast('warn', t(`dialProblem.${cleaned.error}`));
  return null;
}
