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
  const canRemember = (await hasKeychain()) ? 'yes' : 'noKeychain';
  return {
    canRemember,
    read: () => (canRemember === 'yes' ? read(file, log) : Promise.resolve(null)),
    async keep(remembered) {
      if (canRemember !== 'yes') return false;
      const secret = (await safeStorage.encryptStringAsync(JSON.stringify(remembered))).toString('base64');
      // No `.bak`: what was forgotten must be gone.
      const written = writeWhole(file, `${JSON.stringify({ version: 1, secret })}\n`);
      if (!written.ok) log.warn({ problem: written.error.message }, 'not remembered: the file could not be written');
      return written.ok;
    },
    forget() {
      rmSync(file, { force: true });
    },
  };
}

/** On Linux without a secret service, Chromium would "encrypt" with a word that everybody knows. */
async function hasKeychain(): Promise<boolean> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
  if (process.platform !== 'linux') return true;
  const backend = safeStorage.getSelectedStorageBackend();
  return backend !== 'basic_text' && backend !== 'unknown';
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
