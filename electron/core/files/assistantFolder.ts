/** The folder of one assistant's own files: a name every file system takes, readable, and different for different user ids. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { UserId } from '../../../shared/ids';

export function assistantFolder(dataDir: string, userId: UserId): string {
  const readable = userId
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 24);
  const digest = createHash('sha256').update(userId).digest('hex').slice(0, 16);
  // Never only the readable part: `CON`, `..` and names that differ in case are all taken care of.
  return path.join(dataDir, 'assistants', `u-${readable}-${digest}`);
}
