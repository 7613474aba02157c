/** The console in this window: state fed by the bridge, and the things a person can do. Made once by main.tsx. */
import type { AuthorityAnswer } from '../../shared/connection/authority';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type {
  Bridge,
  BridgeArgs,
  BridgePush,
  BridgeResult,
  CommandRefusal,
  FileProblem,
  LoginOutcome,
  SavedFile,
  SearchOutcome,
  Settings,
} from '../../shared/bridge';
import type { CallView } from '../../shared/calls/model';
import type { Layout } from '../../shared/console/layout';
import type { Preferences } from '../../shared/console/preferences';
import type { SpeedDials } from '../../shared/console/speedDials';
import { BridgeError } from '../../shared/bridgeError';
import { commandIdOf } from '../../shared/idChecks';
import type { ConnectionId, UserId } from '../../shared/ids';
import type { Command } from '../../shared/protocol/commands';
import type { Intent } from '../../shared/session/intent';
import { t } from '../strings/i18n';
import { runFromOutside } from '../commands/runFromOutside';
import { aheadOf } from './ahead';
import { applyPush } from './applyPush';
import { inBatches, livePace, type Pace } from './batches';
import { problemKey } from './problemKey';
import { joinPutThrough } from './putThrough';
import { noticesOf, type Notice } from './notices';
import { download } from './download';
import { callOf, type Overlay } from './overlay';
import { initialState, type Announcements, type AppState, type Toast, type ToastAction } from './state';
import { onWindowFocus, tellView } from './tellView';

/** Milliseconds. Nobody sees a change and presses a key for it in less: the key was on its way before. */
const reaction = 500;

/** What the dialogs about recordings ask the host themselves. */
export type RecordingRequest = 'recordings' | 'deleteRecording' | 'prepareExport' | 'saveExport' | 'openReplay';
/** And those about updates. */
type UpdateRequest = 'checkForUpdates' | 'installUpdate';

/** How a command ended for the one who gave it; `unknown` is followed by a toast with the truth. */
export type SendResult = 'done' | 'unknown' | CommandRefusal;

export interface Actions {
  readonly login: (userId: string, password: string, remember: boolean) => Promise<LoginOutcome>;
  readonly logout: () => void;
  readonly cancelLogin: () => void;
  readonly quit: () => void;
  readonly saveSettings: (settings: Settings) => Promise<Settings>;
  /** What is in a PEM text that somebody wants to have trusted. */
  readonly readAuthority: (pem: string) => Promise<AuthorityAnswer>;
  /** In force at once; says in a toast when they could not be written. */
  readonly savePreferences: (preferences: Preferences) => void;
  readonly saveLayout: (layout: Layout) => void;
  /** False where they could not be written. */
  readonly saveSpeedDials: (speedDials: SpeedDials) => Promise<boolean>;
  /** Where the person wants it; `cancelled` where nowhere. */
  readonly saveFile: (name: string, text: string) => Promise<SavedFile['status']>;
  readonly historySeen: () => void;
  readonly clearHistory: () => void;
  /** How far it is comes as pushes; resolves when it is done, or false when the host is gone. */
  readonly checkConnection: () => Promise<boolean>;
  readonly search: (query: string) => Promise<SearchOutcome>;
  /** Sends a command and says in a toast why it was refused. */
  readonly send: (command: Command) => void;
  /** Sends a command whose refusal the caller shows itself. */
  readonly sendQuietly: (command: Command) => Promise<SendResult>;
  readonly select: (connectionId: ConnectionId | null) => void;
  /** The selected call that ended so shortly ago that what is pressed now was meant for it; null where there is none. */
  readonly justEnded: () => CallView | null;
  readonly selectManager: (managerId: UserId | null) => void;
  /** Lays it over the panels, instead of what lay there. */
  readonly open: (overlay: Overlay) => void;
  readonly close: () => void;
  /** The telephone link was answered, one way or the other. */
  readonly dismissDialLink: () => void;
  readonly setDialText: (text: string) => void;
  /** `action` is offered with the message until it goes; pressing it takes the message away. */
  readonly toast: (tone: Toast['tone'], text: string, action?: ToastAction) => void;
  readonly dismiss: (toastId: number) => void;
  readonly announce: (text: string) => void;
  /** For the recording of the session; nobody waits for it. */
  readonly intend: (intent: Intent) => void;
  /** Rejects when the host is gone, or cannot. */
  readonly ask: <K extends RecordingRequest | UpdateRequest>(name: K, args: BridgeArgs<K>) => Promise<BridgeResult<K>>;
  /** What these say about files has been read. */
  readonly dismissProblems: (problems: readonly FileProblem[]) => void;
}

export interface App {
  readonly store: StoreApi<AppState>;
  readonly actions: Actions;
}

export async function startApp(bridge: Bridge, pace: Pace = livePace): Promise<App> {
  const missed: BridgePush[] = [];
  let receive = (push: BridgePush): void => void missed.push(push);
  // Subscribed before `open` is asked, so that nothing falls between the whole state and the first push.
  bridge.subscribe((push) => receive(push));
  const opened = await bridge.request('open', {});
  const store = createStore<AppState>()(() => missed.reduce(applyPush, initialState(opened)));
  let lastId = 0;
  const nextId = (): number => (lastId += 1);

  const say = (how: keyof Announcements, text: string): void =>
    store.setState(({ announcements }) => ({ announcements: { ...announcements, [how]: { id: nextId(), text } } }));

  const notice = (item: Notice): void => {
    if (item.kind === 'toast') actions.toast(item.tone, item.text);
    else say(item.urgent ? 'urgent' : 'polite', item.text);
  };

  const takenBack = new Set<string>();
  const putThrough = joinPutThrough(pace, (text) => takenBack.add(text));
  let ended: { readonly call: CallView; readonly at: number } | null = null;
  const noteEnded = (before: AppState, after: AppState): void => {
    const call = before.console?.calls.find(({ connectionId }) => connectionId === before.selected);
    const lives = after.console?.calls.some(({ connectionId }) => connectionId === before.selected);
    if (call !== undefined && lives === false) ended = { call, at: pace.now() };
  };

  const apply = (pushes: readonly BridgePush[]): void => {
    const notices: Notice[] = [];
    const earlier = store.getState();
    const after = pushes.reduce((before, push) => {
      if (push.kind === 'preferences' && !preferences.hear(push.preferences)) return before;
      if (push.kind === 'layout' && !layout.hear(push.layout)) return before;
      const next = applyPush(before, push);
      notices.push(...putThrough.inOne(before, push, noticesOf(before, next, push)));
      return next;
    }, earlier);
    noteEnded(earlier, after);
    store.setState({ ...after, toasts: after.toasts.filter(({ text }) => !takenBack.has(text)) }, true);
    takenBack.clear();
    notices.forEach(notice);
    // What was chosen in a menu is meant for what the screen shows by then.
    pushes.forEach((push) => push.kind === 'run' && runFromOutside({ store, actions }, push.command));
  };
  receive = inBatches(apply, pace);

  /** Null where it could not be written, which has been said. */
  const save = <K extends 'savePreferences' | 'saveLayout' | 'saveSpeedDials'>(
    name: K,
    wanted: BridgeArgs<K>,
  ): Promise<BridgeResult<K> | null> =>
    bridge.request(name, wanted).catch((error: unknown) => {
      const isLocked = error instanceof BridgeError && error.code === 'locked';
      actions.toast('bad', t(isLocked ? 'reason.locked' : 'toast.notSaved'));
      return null;
    });
  const preferences = aheadOf<Preferences>(
    opened.preferences,
    (shown) => store.setState({ preferences: shown }),
    (wanted) => save('savePreferences', wanted),
  );
  const layout = aheadOf<Layout>(
    opened.layout,
    (shown) => store.setState({ layout: shown }),
    (wanted) => save('saveLayout', wanted),
  );

  const show = (toast: Omit<Toast, 'id'>): void =>
    store.setState((state) => ({ toasts: [...state.toasts.slice(-3), { ...toast, id: nextId() }] }));

  const actions: Actions = {
    login: (userId, password, remember) => bridge.request('login', { userId, password, remember }),
    logout: () => void bridge.request('logout', {}),
    cancelLogin: () => void bridge.request('cancelLogin', {}),
    quit: () => void bridge.request('quit', {}),
    saveSettings: (settings) => bridge.request('saveSettings', settings),
    readAuthority: (pem) => bridge.request('readAuthority', { pem }),
    savePreferences: preferences.change,
    saveLayout: layout.change,
    saveSpeedDials: async (speedDials) => (await save('saveSpeedDials', speedDials)) !== null,
    saveFile: async (name, text) => {
      if (!store.getState().abilities.saveFiles) return download(name, text);
      const saved = await bridge.request('saveFile', { name, text }).catch(() => null);
      return saved?.status ?? 'failed';
    },
    historySeen: () => void bridge.request('historySeen', {}),
    clearHistory: () => void bridge.request('clearHistory', {}),
    checkConnection: () =>
      bridge.request('checkConnection', {}).then(
        () => true,
        () => false,
      ),
    search: (query) => bridge.request('search', { query }),
    send: (command) => {
      void actions.sendQuietly(command).then((result) => {
        if (typeof result === 'string') return;
        const words = { action: t(`action.${command.type}`), why: t(`error.${result.code}`) };
        actions.toast('bad', t('toast.refused', words));
      });
    },
    sendQuietly: async (command) => {
      // Whoever has just dialled means the new call with the next key.
      ended = null;
      const id = commandIdOf(crypto.randomUUID());
      store.setState((state) => ({ pending: [...state.pending, { id, command, status: 'sent' }] }));
      const isPending = (): boolean => store.getState().pending.some((pending) => pending.id === id);
      const settle = (): void =>
        store.setState((state) => ({ pending: state.pending.filter((pending) => pending.id !== id) }));
      const outcome = await bridge.request('command', { id, command }).catch(() => null);
      if (outcome === null) {
        // The host is gone and cannot be asked any more; what it shows when it is back is the truth.
        settle();
        actions.toast('warn', t('toast.neverKnown', { action: t(`action.${command.type}`) }));
        return 'unknown';
      }
      if (outcome.status === 'unknown') {
        // The truth may have been pushed before this answer: then there is nothing left to wait for.
        if (isPending()) {
          store.setState((state) => ({
            pending: state.pending.map((pending) => (pending.id === id ? { ...pending, status: 'unknown' } : pending)),
          }));
          show({ tone: 'warn', text: t('toast.unknown'), action: null, about: id });
        }
        return 'unknown';
      }
      settle();
      return outcome.status === 'done' ? 'done' : outcome.error;
    },
    // A half-typed transfer is meant for the call it was opened on, never for the one selected after it.
    select: (selected) => {
      ended = null;
      store.setState(({ overlay }) => ({
        selected,
        overlay: callOf(overlay) === null || callOf(overlay) === selected ? overlay : null,
      }));
    },
    justEnded: () => (ended !== null && pace.now() - ended.at < reaction ? ended.call : null),
    selectManager: (selectedManager) => store.setState({ selectedManager }),
    open: (overlay) => store.setState({ overlay }),
    close: () => store.setState({ overlay: null }),
    dismissDialLink: () => {
      store.setState({ dialLink: null });
      void bridge.request('dismissDialLink', {}).catch(nobodyWaits);
    },
    setDialText: (dialText) => store.setState({ dialText }),
    toast: (tone, text, action) => show({ tone, text, action: action ?? null }),
    dismiss: (toastId) => store.setState((state) => ({ toasts: state.toasts.filter((toast) => toast.id !== toastId) })),
    announce: (text) => say('polite', text),
    intend: (intent) => void bridge.request('intent', intent).catch(nobodyWaits),
    ask: (name, args) => bridge.request(name, args),
    dismissProblems: (problems) =>
      store.setState((state) => ({ dismissedProblems: [...state.dismissedProblems, ...problems.map(problemKey)] })),
  };

  tellView(store, pace, onWindowFocus, (view) => void bridge.request('view', view).catch(nobodyWaits));
  return { store, actions };
}

const nobodyWaits = (): void => undefined;
