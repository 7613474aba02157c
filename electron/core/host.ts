/** What differs between the hosts: what they can do besides showing the page. */
import type { Abilities, SavedFile } from '../../shared/bridge';
import type { MenuModel } from '../../shared/desktop/menu';
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
  /** Only asked where it is one of the abilities. */
  showMenu(model: MenuModel): void;
  /** A look now; what comes of it is told with `hostSays`. */
  checkForUpdates(): void;
  /** Only asked when an update is ready and nobody is on the phone. */
  installUpdate(): void;
  /** Only asked where it is one of the abilities. */
  restart(): void;
}

/** The page that plays recordings, below the pages' origin; the one that is named it fetches from `/recording/<id>`. */
export function replayPath(id: string | null): string {
  return id === null ? '/replay.html' : `/replay.html?open=${encodeURIComponent(id)}`;
}

/** The rest of a host that has neither menus nor updates. */
export const plainHost = {
  showMenu: () => undefined,
  checkForUpdates: () => undefined,
  installUpdate: () => undefined,
  restart: () => undefined,
} satisfies Partial<HostPort>;
