/** A host without a screen: nothing is shown, saved or opened. */
import { noAbilities } from '../../../shared/console/noAbilities';
import { plainHost } from '../host';
import type { HostPort } from '../host';

const noScreen = (): Promise<never> => Promise.reject(new Error('no screen'));

export const noHost: HostPort = {
  ...plainHost,
  abilities: noAbilities,
  quit: () => undefined,
  saveFile: noScreen,
  saveExport: noScreen,
  openReplay: () => ({ status: 'page', path: '/' }),
};
