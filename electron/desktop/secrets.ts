/** Remember me on the desktop: a file only the operating system's store can open (Keychain, DPAPI, Secret Service), or nothing. */
import { readFileSync, rmSync } from 'node:fs';
import { safeStorage } from 'electron';
import { z } from 'zod';
import { ServerAddress } from '../../shared/bridge';
import { writeWhole } from '../core/files/wholeFile';
import type { Log } from '../core/log';
import type { Remembered, SecretStore } from '../core/secrets';

const File = z.object({ version: z.literal(1), secret: z.string().max(10_000) });
const Secret = z.object({
  userId: z.string(),
  password: z.string(),
  servers: z.object({ primary: ServerAddress, backup: ServerAddress.nullable() }),
});

/** Only once the app is ready: before that the store can't be asked. */
export async function openSecretStore(file: string, log: Log): Promise<SecretStore> {
  const canRemember = (await hasKeychain(log)) ? 'yes' : 'noKeychain';
  return {
    canRemember,
    read: () => (canRemember === 'yes' ? read(file, log) : Promise.resolve(null)),
    async keep(remembered) {
      if (canRemember !== 'yes') return false;
      // A keychain that is locked, or taken away meanwhile: whoever signs in is signed in all the same.
      const secret = await safeStorage.encryptStringAsync(JSON.stringify(remembered)).catch(() => null);
      if (secret === null) {
        log.warn({}, 'not remembered: the store of the system takes nothing');
        return false;
      }
      // No `.bak`: what was forgotten must be gone.
      const written = writeWhole(file, `${JSON.stringify({ version: 1, secret: secret.toString('base64') })}\n`);
      if (!written.ok) log.warn({ problem: written.error.message }, 'not remembered: the file could not be written');
      return written.ok;
    },
    forget() {
      try {
        rmSync(file, { force: true });
      } catch (error) {
        // Who logs out is logged out, also where another program holds the file. What is in it is taken out, at least.
        const emptied = writeWhole(file, '');
        const problem = error instanceof Error ? error.message : String(error);
        log.error({ problem, status: emptied.ok ? 'emptied' : 'kept' }, 'who was remembered cannot be deleted');
      }
    },
  };
}

/** On Linux without a secret service, Chromium would "encrypt" with a word that everybody knows. */
async function hasKeychain(log: Log): Promise<boolean> {
  try {
    if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
    if (process.platform !== 'linux') return true;
    const backend = safeStorage.getSelectedStorageBackend();
    return backend !== 'basic_text' && backend !== 'unknown';
  } catch (error) {
    // A store that is broken costs remembering, not the console.
    log.warn({ problem: error instanceof Error ? error.message : String(error) }, 'the store of the system is broken');
    return false;
  }
}

/** Of another user of this machine, or damaged: as good as none, and the next login writes it anew. */
async function read(file: string, log: Log): Promise<Remembered | null> {
  try {
    const { secret } = File.parse(JSON.parse(readFileSync(file, 'utf8')));
    const { result } = await safeStorage.decryptStringAsync(Buffer.from(secret, 'base64'));
    return Secret.parse(JSON.parse(result));
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    // Not the error itself: its text may quote what was decrypted.
    if (!missing) log.warn({ file }, 'who is remembered cannot be read');
    return null;
  }
}
