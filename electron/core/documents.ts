/** Every document of the console, each in a file of its own below one folder; what could not be read is told. */
import path from 'node:path';
import { Settings } from '../../shared/bridge';
import type { FileProblem } from '../../shared/bridge';
import { CallHistory, noHistory } from '../../shared/console/history';
import { Layout } from '../../shared/console/layout';
import type { LockName } from '../../shared/console/locks';
import { defaultLayout, repaired } from '../../shared/console/panels';
import { Preferences, defaultPreferences } from '../../shared/console/preferences';
import { SpeedDials, noSpeedDials } from '../../shared/console/speedDials';
import type { UserId } from '../../shared/ids';
import type { Clock } from './clock';
import { assistantFolder } from './files/assistantFolder';
import { Document } from './files/document';
import { ownFormat } from './files/ownFormat';
import { settingsFormat, themeOfOld } from './files/settingsFormat';
import { VersionedFile } from './files/versionedFile';
import type { FileFormat } from './files/versionedFile';
import type { Log } from './log';
import { Layered } from './presets/layered';
import type { Kept } from './presets/layered';
import { nothingPreset } from './presets/presets';
import type { FoundPresets } from './presets/presets';

/** What belongs to one assistant on this machine. */
export interface AssistantDocuments {
  readonly speedDials: Document<SpeedDials>;
  readonly history: Document<CallHistory>;
}

export interface Documents {
  readonly settings: Kept<Settings>;
  readonly preferences: Kept<Preferences>;
  readonly layout: Document<Layout>;
  ofAssistant(userId: UserId): AssistantDocuments;
  /** What an administrator has locked on this machine. */
  readonly locked: readonly LockName[];
  /** Of every file read so far, and of those that can't be written now. */
  problems(): readonly FileProblem[];
  /** Told when `problems` has changed by a save that failed later on, or by the first that succeeds after it. */
  onProblems(listener: () => void): void;
  /** Writes what still waits; at the end of the console. */
  flush(): void;
}

const ownSettings = ownFormat<Settings>(Settings, settingsFormat.initial.version, settingsFormat.migrations);
const ownPreferences = ownFormat<Preferences>(Preferences, defaultPreferences.version, []);
const layoutFormat: FileFormat<Layout> = {
  schema: Layout.transform(repaired),
  migrations: [],
  initial: defaultLayout,
};
const speedDialsFormat: FileFormat<SpeedDials> = { schema: SpeedDials, migrations: [], initial: noSpeedDials };
const historyFormat: FileFormat<CallHistory> = { schema: CallHistory, migrations: [], initial: noHistory };

/** `run`: of the environment and the command line, for this run only; `found`: of the administrator's file. How they go together: presets/layered.ts. */
export function openDocuments(
  dataDir: string,
  run: Partial<Settings>,
  clock: Clock,
  log: Log,
  found: FoundPresets = nothingPreset,
): Documents {
  const { presets } = found;
  const locked = new Set<string>(presets.locked);
  const problems: FileProblem[] = found.problem === null ? [] : [found.problem];
  const opened: { flush(): void }[] = [];
  /** By path: two assistants have a file of the same name. */
  const unsaved = new Map<string, FileProblem>();
  let tellOfProblems = (): void => undefined;
  const assistants = new Map<UserId, AssistantDocuments>();

  function open<T>(name: FileProblem['file'], folder: string, file: string, format: FileFormat<T>): Document<T> {
    const whole = path.join(folder, file);
    const document = new Document(new VersionedFile(whole, format, log), clock, log, (isSaved) => {
      if (isSaved !== unsaved.has(whole)) return;
      if (isSaved) unsaved.delete(whole);
      else unsaved.set(whole, { file: name, why: 'notSaved', keptAs: null, restored: false });
      tellOfProblems();
    });
    if (document.read.problem !== null) problems.push({ file: name, ...document.read.problem });
    opened.push(document);
    return document;
  }

  const settingsFile = open('settings', dataDir, 'settings.json', ownSettings);
  const settings = new Layered(settingsFile, {
    initial: settingsFormat.initial,
    preset: presets.settings,
    run,
    locked,
  });
  const preferencesFile = open('preferences', dataDir, 'preferences.json', ownPreferences);
  const preferences = new Layered(preferencesFile, {
    initial: defaultPreferences,
    preset: presets.preferences,
    run: {},
    locked,
  });
  const theme = preferencesFile.read.found === null ? themeOfOld(settingsFile.read.found) : {};
  // Written at once: the next save of the settings leaves the theme out of their file.
  if (theme.theme !== undefined) preferences.save({ ...preferences.value, ...theme });

  return {
    settings,
    preferences,
    layout: open('layout', dataDir, 'layout.json', layoutFormat),
    ofAssistant(userId) {
      const folder = assistantFolder(dataDir, userId);
      const known = assistants.get(userId) ?? {
        speedDials: open('speedDials', folder, 'speed-dials.json', speedDialsFormat),
        history: open('history', folder, 'history.json', historyFormat),
      };
      assistants.set(userId, known);
      return known;
    },
    locked: presets.locked,
    problems: () => [...problems, ...unsaved.values()],
    onProblems: (listener) => (tellOfProblems = listener),
    flush: () => opened.forEach((document) => document.flush()),
  };
}
