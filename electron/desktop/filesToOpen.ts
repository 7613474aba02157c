/** Recordings that are opened by double-click: named on the command line, by a second start of the console, or by macOS. */
import { app } from 'electron';
import { sortArguments } from './startArguments';

/** macOS tells before the app is ready. */
const waiting: string[] = sortArguments(process.argv.slice(1), process.cwd()).files.slice();
let open = (file: string): void => void waiting.push(file);

export function listenForFiles(): void {
  app.on('open-file', (event, file) => {
    event.preventDefault();
    open(file);
  });
}

/** A second start that names recordings wants to see those; true where it did. */
export function openFiles(files: readonly string[]): boolean {
  files.forEach((file) => open(file));
  return files.length > 0;
}

/** Called once the windows can be opened; also for every file that comes later. */
export function onFile(listener: (file: string) => void): void {
  open = listener;
  waiting.splice(0).forEach(listener);
}
