/** What differs between the hosts: what they can do besides showing the page. */
import type { Abilities, SavedFile } from '../../shared/bridge';

/** What only the host can do. */
export interface HostPort {
  readonly abilities: Abilities;
  /** Only asked where it is one of the abilities. */
  quit(): void;
  /** Only asked where it is one of the abilities. */
  saveFile(name: string, text: string): Promise<SavedFile>;
}

/** The browser host: the page lives in a browser that is not ours to end, to raise or to start. */
export const noAbilities: Abilities = {
  quit: false,
  popToFront: false,
  startWithComputer: false,
  notifications: false,
  saveFiles: false,
};
