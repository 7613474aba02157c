/** What differs between the hosts: what they can do besides showing the page. */
import type { Abilities, SavedFile } from '../../shared/bridge';
import type { ReplayOpened } from '../../shared/session/library';

/** What only the host can do. */
export interface HostPort {
  readonly abilities: Abilities;
  /** Only asked where it is one of the abilities. */
  quit(): void;
  /** Only asked where it is one of the abilities. */
  saveFile(name: string, text: string): Promise<SavedFile>;
  /** The same for the bytes of an export. */
  saveExport(name: string, bytes: Uint8Array): Promise<SavedFile>;
  /** A recording of this machine in a window of its own, or where the page can open it; null for an empty one. */
  openReplay(id: string | null): ReplayOpened;
}

/** The page that plays recordings, below the pages' origin; the one that is named it fetches from `/recording/<id>`. */
export function replayPath(id: string | null): string {
  return id === null ? '/replay.html' : `/replay.html?open=${encodeURIComponent(id)}`;
}

/** The browser host: the page lives in a browser that is not ours to end, to raise or to start. */
export const noAbilities: Abilities = {
  quit: false,
  popToFront: false,
  startWithComputer: false,
  notifications: false,
  saveFiles: false,
};
