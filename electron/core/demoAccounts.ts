/** The accounts of the demo, from the file that `npm start` writes: the login screen offers them. */
import { readFileSync } from 'node:fs';
import { SignInView } from '../../shared/bridge';
import type { Log } from './log';

/** Null where there is no demo. A file that can't be read costs the offer and nothing else. */
export function readDemoAccounts(file: string | null, log: Log): SignInView['demo'] {
  if (file === null) return null;
  try {
    return SignInView.shape.demo.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    log.warn({ file }, 'demo accounts cannot be read: left out');
    return null;
  }
}
