/** What the renderer knows. Facts come from the bridge; the rest is what this window is doing with them. */
import type { BridgeState, LinkView, Settings } from '../../shared/bridge';
import type { ConsoleState } from '../../shared/calls/model';
import type { CommandId, ConnectionId, UserId } from '../../shared/ids';
import type { Command } from '../../shared/protocol/commands';
import type { ServiceName } from '../../shared/protocol/messages';

export interface PendingCommand {
  readonly id: CommandId;
  readonly command: Command;
  /** `unknown`: the link dropped before the answer; the new server is being asked. */
  readonly status: 'sent' | 'unknown';
}

export interface Toast {
  readonly id: number;
  readonly tone: 'info' | 'good' | 'warn' | 'bad';
  readonly text: string;
}

/** `urgent` interrupts a screen reader: only a ringing call does. */
export interface Announcement {
  readonly id: number;
  readonly text: string;
  readonly urgent: boolean;
}

export interface AppState {
  readonly link: LinkView;
  readonly console: ConsoleState | null;
  /** Service clock minus this machine's clock, milliseconds. */
  readonly clockOffsetMs: number;
  readonly settings: Settings;
  readonly appVersion: string;
  /** The service that was live last, so that a failover can be told from a first connection. */
  readonly lastLive: ServiceName | null;
  readonly selected: ConnectionId | null;
  readonly pending: readonly PendingCommand[];
  readonly toasts: readonly Toast[];
  readonly announcement: Announcement | null;
  /** Whose Configure dialog is open. */
  readonly configuring: UserId | null;
  readonly transferOpen: boolean;
}

export function initialState(opened: BridgeState): AppState {
  return {
    ...opened,
    lastLive: opened.link.phase === 'live' ? opened.link.server : null,
    selected: null,
    pending: [],
    toasts: [],
    announcement: null,
    configuring: null,
    transferOpen: false,
  };
}
