/** Where a remembered password is kept: the operating system's store, or nowhere (product §6). */
import type { Settings, SignInView } from '../../shared/bridge';

export interface Remembered {
  readonly userId: string;
  readonly password: string;
  /** The servers that accepted it: it is never sent to others by itself. */
  readonly servers: Servers;
}

export type Servers = Pick<Settings, 'primary' | 'backup'>;

export interface SecretStore {
  readonly canRemember: SignInView['canRemember'];
  /** Null where nobody is remembered, and where what was kept can't be read any more. */
  read(): Promise<Remembered | null>;
  /** False where it could not be kept. */
  keep(remembered: Remembered): Promise<boolean>;
  forget(): void;
}

/** A page in a browser is no place for a password, and the host behind it has no store of its own. */
export const noSecrets: SecretStore = {
  canRemember: 'browserHost',
  read: () => Promise.resolve(null),
  keep: () => Promise.resolve(false),
  forget: () => undefined,
};
