/** Pages that die, hang or never began: told in the log, loaded again once, and if that does not help the person is asked. */
import { BrowserWindow, app, dialog } from 'electron';
import type { WebContents } from 'electron';
import { makeReference } from '../../shared/desktop/reference';
import { describeThrown } from '../core/logging/describe';
import type { Log } from '../core/log';
import type { Crash } from './crash';
import { crashWords } from './crashWords';
import { loadPage } from './loadPage';
import { consoleUrl } from './scheme';
import { consoleWindows } from './window';

/** Milliseconds: a page that dies again within this time is not loaded again by itself. */
const again = 60_000;

/** Before the first window opens. */
export function watchPages(crash: Crash, log: Log, now: () => number = () => performance.now()): void {
  let lastGone = -Infinity;
  app.on('render-process-gone', (_event, contents, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    const reference = makeReference(Math.random);
    log.error({ reference, why: reason.replaceAll('-', ' '), code: exitCode }, 'a page is gone');
    const window = consoleWindows().find(({ webContents }) => webContents === contents);
    // A replay is opened again by whoever wants it.
    if (window === undefined) {
      BrowserWindow.fromWebContents(contents)?.destroy();
      return;
    }
    const first = now() - lastGone >= again;
    lastGone = now();
    // The page says that it was loaded again: it reads the reference out of its address.
    if (first) loadPage(window, `${consoleUrl}?again=${reference}`, log);
    else void crash.ask('page', reference);
  });
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log.error({ kind: type, why: reason.replaceAll('-', ' '), code: exitCode }, 'a process of the system is gone');
  });
  app.on('web-contents-created', (_event, contents) => {
    contents.on('preload-error', (_preload, _path, error) => {
      const reference = makeReference(Math.random);
      log.error({ reference, where: 'preload', ...describeThrown(error) }, 'the way to the page could not be built');
      void crash.ask('page', reference);
    });
    watchAnswering(contents, crash, log);
  });
}

function watchAnswering(contents: WebContents, crash: Crash, log: Log): void {
  let answers: AbortController | null = null;
  contents.on('unresponsive', () => {
    log.warn({}, 'a page does not answer');
    const window = consoleWindows().find(({ webContents }) => webContents === contents);
    if (window === undefined || answers !== null) return;
    answers = new AbortController();
    const words = crashWords(crash.language);
    void dialog
      .showMessageBox(window, {
        type: 'warning',
        title: 'Assistant Console',
        message: words.hung,
        buttons: [words.wait, words.load],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
        signal: answers.signal,
      })
      .then(({ response }) => {
        const stillHangs = answers?.signal.aborted === false;
        answers = null;
        // Which ends in `render-process-gone`, and so in a page that is loaded again.
        if (response === 1 && stillHangs && !contents.isDestroyed()) contents.forcefullyCrashRenderer();
      });
  });
  contents.on('responsive', () => {
    log.info({}, 'a page answers again');
    answers?.abort();
  });
}
