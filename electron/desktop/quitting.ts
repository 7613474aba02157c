/** Whether the console is ending: then a closed window is closed, whatever the preferences say. */
import { app } from 'electron';

let ending = false;

/** Before the first window. */
export function watchQuitting(): void {
  app.on('before-quit', endForGood);
}

/** Also for whoever closes the windows before the app is told to quit, as an update on macOS does. */
export function endForGood(): void {
  ending = true;
}

export function isEnding(): boolean {
  return ending;
}
