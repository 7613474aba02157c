/** What a person is asked when something has broken: never silently on, never twice at once, and the log has it already. */
import path from 'node:path';
import { app, dialog } from 'electron';
import type { Preferences } from '../../shared/console/preferences';
import type { Core } from '../core/core';
import { watchProcess } from '../core/logging/watchProcess';
import { crashWords } from './crashWords';
import { quitApp, restartApp } from './restart';

type FatalLog = Parameters<typeof watchProcess>[0];

export class Crash {
  #core: Core | null = null;
  #asking = false;
  #ending = false;

  /** Errors of this process that nothing catches, from now on. */
  constructor(log: FatalLog) {
    watchProcess(log, (reference) => void this.ask('main', reference));
    app.on('before-quit', () => void (this.#ending = true));
  }

  /** From here on there is something to report, and the person's language is known. */
  follow(core: Core): void {
    this.#core = core;
  }

  get language(): Preferences['language'] {
    return this.#core?.state().preferences.language ?? 'system';
  }

  async ask(what: 'main' | 'page', reference: string): Promise<void> {
    // While the console ends, or a first error waits for its answer, the log is enough.
    if (this.#asking || this.#ending) return;
    this.#asking = true;
    const words = crashWords(this.language);
    const detail = words.detail.replace('{reference}', reference);
    if (!app.isReady()) {
      dialog.showErrorBox(words[what], detail);
      app.exit(1);
      return;
    }
    let more = '';
    for (;;) {
      const { response } = await dialog.showMessageBox({
        type: 'error',
        title: 'Assistant Console',
        message: words[what],
        detail: detail + more,
        buttons: [words.restart, words.report, words.quit],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      });
      if (response !== 1) {
        this.#ending = true;
        if (response === 0) restartApp();
        else quitApp();
        return;
      }
      const saved = await this.#report(words.reportWords.replace('{reference}', reference));
      more = saved ? '' : `\n\n${words.notSaved.replace('{folder}', path.join(app.getPath('userData'), 'logs'))}`;
    }
  }

  /** False where it could not be saved, of a core that is damaged, too. */
  async #report(words: string): Promise<boolean> {
    try {
      const prepared = await this.#core?.handlers.prepareExport({ kind: 'report', minutes: 10, words });
      if (prepared?.status !== 'ready') return false;
      const saved = await this.#core?.handlers.saveExport({ ticket: prepared.ticket });
      return saved?.status === 'saved' || saved?.status === 'cancelled';
    } catch {
      return false;
    }
  }
}
