/** Electron's `safeStorage`: really encrypted, with a key of this stand-in's own. `STANDIN_KEYCHAIN=basic_text` is a Linux without a secret service. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { innerApp } from './app';
import { strict } from './strict';

const key = createHash('sha256').update('console stand-in').digest();
const backend = process.env['STANDIN_KEYCHAIN'] ?? 'gnome_libsecret';

export const safeStorage = strict('safeStorage', {
  isAsyncEncryptionAvailable() {
    if (!innerApp.isReady()) throw new Error('safeStorage can only be used after app is ready');
    return Promise.resolve(true);
  },
  getSelectedStorageBackend: () => {
    if (process.platform !== 'linux') throw new Error('stand-in: safeStorage.getSelectedStorageBackend is Linux only');
    return backend;
  },
  encryptStringAsync(text: string): Promise<Buffer> {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Promise.resolve(Buffer.concat([nonce, cipher.getAuthTag(), body]));
  },
  async decryptStringAsync(secret: Buffer): Promise<{ shouldReEncrypt: boolean; result: string }> {
    await Promise.resolve();
    const decipher = createDecipheriv('aes-256-gcm', key, secret.subarray(0, 12));
    decipher.setAuthTag(secret.subarray(12, 28));
    const result = Buffer.concat([decipher.update(secret.subarray(28)), decipher.final()]).toString('utf8');
    return { shouldReEncrypt: false, result };
  },
});
