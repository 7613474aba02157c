/** What the renderer knows. Facts come from the bridge; the rest is what this window is doing with them. */
import type { Abilities, BridgeState, FileProblem, LinkView, Settings, SignInView } from '../../shared/bridge';
import type { ConsoleState } from '../../shared/calls/model';
import type { ConnectionCheck } from '../../shared/connection/check';
import type { LinkHistory } from '../../shared/connection/linkEntry';
import type { CallHistory } from '../../shared/console/history';
import type { Layout } from '../../shared/console/layout';
import type { LockName } from '../../shared/console/locks';
import type { Preferences } from '../../shared/console/preferences';
import type { SpeedDials } from '../../shared/console/speedDials';
import type { DialLink } from '../../shared/desktop/dialLink';
import type { SystemKeysView } from '../../shared/desktop/systemKeys';
import type { UpdateView } from '../../shared/desktop/update';
import type { CommandId, ConnectionId, UserId } from '../../shared/ids';
import type { Command } from '../../shared/protocol/commands';
import type { ServiceName } from '../../shared/protocol/messages';
import type { RecorderView } from '../../shared/session/library';
import type { Overlay } from './overlay';

export interface PendingCommand {
  readonly id: CommandId;
  readonly command: Command;
  /** `unknown`: the link dropped before the answer; the new server is being asked. */
  readonly status: 'sent' | 'unknown';
}

/** The one thing that can be done about a message, above all: undo. */
export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

export interface Toast {
  readonly id: number;
  readonly tone: 'info' | 'good' | 'warn' | 'bad';
  readonly text: string;
  readonly action: ToastAction | null;
  /** Says that the outcome of this command is unknown: goes when it is known. */
  readonly about?: CommandId;
}

/** A new id is said again, also where the words are the same. */
export interface Announcement {
  readonly id: number;
  readonly text: string;
}

/** `urgent` interrupts a screen reader: only a ringing call does. Each has its own place, so that one never silences the other. */
export interface Announcements {
  readonly urgent: Announcement | null;
  readonly polite: Announcement | null;
}

export interface AppState {
  readonly link: LinkView;
  readonly console: ConsoleState | null;
  /** Service clock minus this machine's clock, milliseconds. */
  readonly clockOffsetMs: number;
  readonly settings: Settings;
  readonly preferences: Preferences;
  readonly layout: Layout;
  readonly speedDials: SpeedDials;
  readonly history: CallHistory;
  readonly signIn: SignInView;
  readonly linkHistory: LinkHistory;
  /** The latest check, under way or done; null before the first of this window. */
  readonly connectionCheck: ConnectionCheck | null;
  readonly abilities: Abilities;
  readonly fileProblems: readonly FileProblem[];
  /** Keys (`problemKey`) of those `fileProblems` that were dismissed in this window. */
  readonly dismissedProblems: readonly string[];
  readonly recorder: RecorderView;
  /** What an administrator has set for this machine: shown, not changed. */
  readonly locked: readonly LockName[];
  readonly systemKeys: SystemKeysView;
  readonly update: UpdateView;
  /** A link of another program: asked about before anything is dialled. */
  readonly dialLink: DialLink | null;
  readonly appVersion: string;
  /** The service that was live last, so that a failover can be told from a first connection. */
  readonly lastLive: ServiceName | null;
  readonly selected: ConnectionId | null;
  readonly pending: readonly PendingCommand[];
  readonly toasts: readonly Toast[];
  readonly announcements: Announcements;
  /** The manager whose row is selected: what the commands for a manager act on. */
  readonly selectedManager: UserId | null;
  /** The one dialog, popover or palette that is open. */
  readonly overlay: Overlay | null;
  /** What stands in the dial field: digits typed anywhere go there. */
  readonly dialText: string;
}

export const silence: Announcements = { urgent: null, polite: null };

export function initialState(opened: BridgeState): AppState {
  return {
    ...opened,
    connectionCheck: null,
    dismissedProblems: [],
    lastLive: opened.link.phase === 'live' ? opened.link.server : null,
    selected: null,
    pending: [],
    toasts: [],
    announcements: silence,
    selectedManager: null,
    overlay: null,
    dialText: '',
  };
}
