/**
 * The one typed contract between the console core (main process or browser host) and the renderer.
 * Requests are answered once; pushes stream. Both hosts validate every argument against `bridgeRequests` before the core sees it.
 */
import { z } from 'zod';
import { ConsoleState, LineMode } from './calls/model';
import { AuthorityAnswer, maxAuthority } from './connection/authority';
import { ConnectionCheck } from './connection/check';
import { LinkEntry, LinkHistory } from './connection/linkEntry';
import { linkProblems } from './connection/problem';
import { logLevels } from './console/choices';
import { CallHistory } from './console/history';
import { Layout } from './console/layout';
import { LockName } from './console/locks';
import { Preferences } from './console/preferences';
import { SpeedDials } from './console/speedDials';
import { DialLink } from './desktop/dialLink';
import { MenuModel } from './desktop/menu';
import { PageProblem } from './desktop/pageProblem';
import { SystemKeysView } from './desktop/systemKeys';
import { InstallAnswer, UpdateView } from './desktop/update';
import { CommandId, ConnectionId } from './ids';
import { Command } from './protocol/commands';
import { ErrorCode, ProtocolError } from './protocol/errors';
import { DirectoryEntry, ServiceName, StampedEvent } from './protocol/messages';
import { Intent, ScreenView } from './session/intent';
import {
  ExportPreview,
  ExportSaved,
  ExportWish,
  RecorderView,
  RecordingId,
  RecordingInfo,
  ReplayOpened,
} from './session/library';

export const ServerAddress = z.object({
  host: z.string().min(1).max(253),
  port: z.number().int().min(1).max(65_535),
  /** `wss`; else plain `ws`, which only reaches this machine itself unless `allowPlain` is set. */
  tls: z.boolean(),
});
export type ServerAddress = z.infer<typeof ServerAddress>;

/** Milliseconds; down to 1 s (product §7). */
const Period = z.number().int().min(1_000).max(600_000);

/** How the console reaches its servers: set up once for a machine. What the assistant likes is `Preferences`. */
export const Settings = z.object({
  version: z.literal(3),
  primary: ServerAddress,
  backup: ServerAddress.nullable(),
  /** Null follows the server's parameter. */
  heartbeatIntervalMs: Period.nullable(),
  requestTimeoutMs: Period.nullable(),
  logLevel: z.enum(logLevels),
  /** Passwords and calls may cross the network without encryption. */
  allowPlain: z.boolean(),
  /** Certificates (PEM) of the company's own authority, trusted beside those the system trusts. */
  authority: z.string().max(maxAuthority).nullable(),
});
export type Settings = z.infer<typeof Settings>;

/** Why there is no session: the service's refusal, or nobody could be reached. */
export const LoginFailure = z.union([ErrorCode, z.enum(linkProblems)]);
export type LoginFailure = z.infer<typeof LoginFailure>;

/** The truth about the link, for the status bar. Wall-clock milliseconds of the console's own machine. */
export const LinkView = z.discriminatedUnion('phase', [
  z.object({ phase: z.literal('signedOut'), failure: LoginFailure.nullable() }),
  z.object({
    phase: z.literal('connecting'),
    server: ServiceName,
    /** False at the first login, true while a session is being resumed. */
    resuming: z.boolean(),
  }),
  z.object({
    phase: z.literal('waiting'),
    server: ServiceName,
    resuming: z.boolean(),
    retryAt: z.number(),
    lastProblem: LoginFailure,
  }),
  z.object({
    phase: z.literal('live'),
    server: ServiceName,
    since: z.number(),
    roundTripMs: z.number().nullable(),
  }),
]);
export type LinkView = z.infer<typeof LinkView>;

/** Why it was not done: what a service said, or that no service has seen it, and none will. */
export const CommandRefusal = ProtocolError.extend({ code: z.union([ErrorCode, z.literal('notReached')]) });
export type CommandRefusal = z.infer<typeof CommandRefusal>;

export const CommandOutcome = z.discriminatedUnion('status', [
  z.object({ status: z.literal('done') }),
  z.object({ status: z.literal('refused'), error: CommandRefusal }),
  /** The link dropped before the answer; an `outcome` push follows when the new server has been asked. */
  z.object({ status: z.literal('unknown') }),
]);
export type CommandOutcome = z.infer<typeof CommandOutcome>;

export const SearchOutcome = z.discriminatedUnion('status', [
  z.object({ status: z.literal('found'), entries: z.array(DirectoryEntry), more: z.boolean() }),
  z.object({ status: z.literal('refused'), error: ProtocolError }),
  z.object({ status: z.literal('unavailable') }),
]);
export type SearchOutcome = z.infer<typeof SearchOutcome>;

export const LoginOutcome = z.discriminatedUnion('status', [
  z.object({ status: z.literal('live') }),
  /** `retryInMs`: `lockedOut` ends by itself after that time. */
  z.object({ status: z.literal('failed'), failure: LoginFailure, retryInMs: z.number().nonnegative().optional() }),
]);
export type LoginOutcome = z.infer<typeof LoginOutcome>;

/** How somebody can sign in here. */
export const SignInView = z.object({
  /** Signs in by itself at the next start; null when nobody is remembered. */
  rememberedUser: z.string().nullable(),
  /** Why *remember me* is off here, or that it can be had. */
  canRemember: z.enum(['yes', 'browserHost', 'noKeychain', 'administrator']),
  /** The accounts of the demo, where this console was started with it. */
  demo: z
    .object({
      password: z.string(),
      accounts: z.array(z.object({ userId: z.string(), name: z.string(), mode: LineMode, managers: z.number().int() })),
    })
    .nullable(),
});
export type SignInView = z.infer<typeof SignInView>;

/** What this host can do; what it cannot is not offered. */
export const Abilities = z.object({
  quit: z.boolean(),
  popToFront: z.boolean(),
  startWithComputer: z.boolean(),
  notifications: z.boolean(),
  /** Has a Save dialog of its own. */
  saveFiles: z.boolean(),
  /** Has menus of its own, which the page tells what to show. */
  menus: z.boolean(),
  /** Can go on in the tray without a window. */
  tray: z.boolean(),
  /** Can have keys that work in every program. */
  systemKeys: z.boolean(),
  /** Can end and begin again by itself. */
  restart: z.boolean(),
});
export type Abilities = z.infer<typeof Abilities>;

/** What became of a file that a person wanted to keep. */
export const SavedFile = z.object({ status: z.enum(['saved', 'cancelled', 'failed']) });
export type SavedFile = z.infer<typeof SavedFile>;

/** The files the console keeps; and `presets`, an administrator's, which it only reads: `keptAs` is where that lies. */
export const documentNames = ['settings', 'preferences', 'layout', 'speedDials', 'history', 'presets'] as const;

/** A file that could not be read at start: it was kept aside, and the one before it (`restored`) or the defaults are in force. Or one that can't be written now. */
export const FileProblem = z.object({
  file: z.enum(documentNames),
  /** `newer`: written by a later version of the console than this one. `notSaved`: what is in force is not in the file; gone with the next save that succeeds. */
  why: z.enum(['damaged', 'newer', 'notSaved']),
  /** Full path; null where the file could not be moved: then nothing is written over it, and saving fails. */
  keptAs: z.string().nullable(),
  restored: z.boolean(),
});
export type FileProblem = z.infer<typeof FileProblem>;

/** Everything a renderer needs to start or to start again. `clockOffsetMs`: service clock minus console clock. */
export const BridgeState = z.object({
  link: LinkView,
  console: ConsoleState.nullable(),
  clockOffsetMs: z.number(),
  settings: Settings,
  preferences: Preferences,
  layout: Layout,
  /** Of the assistant who is signed in; empty while nobody is. */
  speedDials: SpeedDials,
  history: CallHistory,
  signIn: SignInView,
  /** Of this run of the console, oldest first. */
  linkHistory: LinkHistory,
  abilities: Abilities,
  fileProblems: z.array(FileProblem),
  recorder: RecorderView,
  /** What an administrator has locked on this machine: shown, never changed. */
  locked: z.array(LockName),
  /** Of the preferences' `systemKeys`: whether they are in force. */
  systemKeys: SystemKeysView,
  update: UpdateView,
  /** A link of another program that waits for the person's answer. */
  dialLink: DialLink.nullable(),
  appVersion: z.string(),
});
export type BridgeState = z.infer<typeof BridgeState>;

/** Characters. */
const maxSavedFile = 5_000_000;

const nothing = z.object({});

/** Every request a renderer may make: arguments and answer. Nothing else crosses. */
export const bridgeRequests = {
  open: { args: nothing, result: BridgeState },
  login: {
    /** `remember` keeps the password in the system's store once the login has succeeded, where there is one. */
    args: z.object({ userId: z.string().min(1).max(64), password: z.string().min(1).max(256), remember: z.boolean() }),
    result: LoginOutcome,
  },
  /** Asks next time: forgets who was remembered. */
  logout: { args: nothing, result: nothing },
  /** Stops trying to connect (the Cancel of the login screen); keeps nothing. */
  cancelLogin: { args: nothing, result: nothing },
  command: { args: z.object({ id: CommandId, command: Command }), result: CommandOutcome },
  search: { args: z.object({ query: z.string().max(200) }), result: SearchOutcome },
  saveSettings: { args: Settings, result: Settings },
  /** What is in a PEM file, before it is trusted: nothing is changed by it. */
  readAuthority: { args: z.object({ pem: z.string().max(maxAuthority) }), result: AuthorityAnswer },
  savePreferences: { args: Preferences, result: Preferences },
  saveLayout: { args: Layout, result: Layout },
  saveSpeedDials: { args: SpeedDials, result: SpeedDials },
  /** The missed calls have been looked at. */
  historySeen: { args: nothing, result: nothing },
  clearHistory: { args: nothing, result: nothing },
  /** Looks at both servers step by step and disturbs no session; `connectionCheck` pushes tell how far it is. One at a time: a second asker joins the first. */
  checkConnection: { args: nothing, result: ConnectionCheck },
  /** Asks the person where to; only where the host can (`saveFiles`), else the page downloads it. A plain file name, no path. */
  saveFile: {
    args: z.object({
      name: z
        .string()
        .max(100)
        .regex(/^[^\\/:*?"<>|\p{Cc}.][^\\/:*?"<>|\p{Cc}]*\.csv$/u),
      text: z.string().max(maxSavedFile),
    }),
    result: SavedFile,
  },
  /** For the recording only: what the person did, or what is selected and open now. Answered at once, whatever becomes of it. */
  intent: { args: Intent, result: nothing },
  view: { args: ScreenView, result: nothing },
  /** Newest first. */
  recordings: { args: nothing, result: z.object({ recordings: z.array(RecordingInfo) }) },
  /** The one that is being written can't be deleted. */
  deleteRecording: { args: z.object({ id: RecordingId }), result: nothing },
  /** Puts together what would leave the machine, so that it can be looked at first. */
  prepareExport: { args: ExportWish, result: ExportPreview },
  saveExport: { args: z.object({ ticket: z.string().max(64) }), result: ExportSaved },
  /** In a window of its own; without an id an empty one that asks for a file. */
  openReplay: { args: z.object({ id: RecordingId.nullable() }), result: ReplayOpened },
  /** What the native menus and the tray show; only where the host has some (`menus`). Told again whenever it changes. */
  menu: { args: MenuModel, result: nothing },
  /** The person has answered, or does not want to: the link is gone. */
  dismissDialLink: { args: nothing, result: nothing },
  checkForUpdates: { args: nothing, result: nothing },
  /** Restarts into the version that is `ready`; refused during a call. */
  installUpdate: { args: nothing, result: InstallAnswer },
  /** An error of the page, for the log. */
  problem: { args: PageProblem, result: nothing },
  /** Ends the console and begins it again; only where the host can (`restart`). */
  restart: { args: nothing, result: nothing },
  /** Ends the console without logging out: a remembered assistant is signed in again at the next start. */
  quit: { args: nothing, result: nothing },
} as const;

export type BridgeRequestName = keyof typeof bridgeRequests;
export type BridgeArgs<K extends BridgeRequestName> = z.infer<(typeof bridgeRequests)[K]['args']>;
export type BridgeResult<K extends BridgeRequestName> = z.infer<(typeof bridgeRequests)[K]['result']>;

export const BridgePush = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('link'), link: LinkView }),
  /** A whole state replaces what was known; null after logout. */
  z.object({ kind: z.literal('console'), console: ConsoleState.nullable(), clockOffsetMs: z.number() }),
  z.object({ kind: z.literal('events'), events: z.array(StampedEvent), clockOffsetMs: z.number() }),
  z.object({ kind: z.literal('outcome'), id: CommandId, outcome: CommandOutcome }),
  z.object({ kind: z.literal('linkEntry'), entry: LinkEntry }),
  /** Whole: the page could not hear the entries for a while. */
  z.object({ kind: z.literal('linkHistory'), linkHistory: LinkHistory }),
  z.object({ kind: z.literal('connectionCheck'), check: ConnectionCheck }),
  z.object({ kind: z.literal('settings'), settings: Settings }),
  z.object({ kind: z.literal('preferences'), preferences: Preferences }),
  z.object({ kind: z.literal('layout'), layout: Layout }),
  z.object({ kind: z.literal('speedDials'), speedDials: SpeedDials }),
  z.object({ kind: z.literal('history'), history: CallHistory }),
  z.object({ kind: z.literal('signIn'), signIn: SignInView }),
  /** The files of the assistant who has just signed in are read only then. */
  z.object({ kind: z.literal('fileProblems'), fileProblems: z.array(FileProblem) }),
  z.object({ kind: z.literal('recorder'), recorder: RecorderView }),
  z.object({ kind: z.literal('systemKeys'), systemKeys: SystemKeysView }),
  z.object({ kind: z.literal('update'), update: UpdateView }),
  z.object({ kind: z.literal('dialLink'), dialLink: DialLink.nullable() }),
  /** Another console of this assistant was in charge until this login; it has been told, too. */
  z.object({ kind: z.literal('tookOver') }),
  /** Chosen outside of the page: a native menu, a notification. */
  z.object({ kind: z.literal('run'), command: z.string() }),
  /** A call's notification was clicked: it is what the person wants to see. */
  z.object({ kind: z.literal('showCall'), connectionId: ConnectionId }),
]);
export type BridgePush = z.infer<typeof BridgePush>;

/** What only the host knows and the core passes on: the latest of each kind is part of the state. */
export type HostNews = Extract<BridgePush, { kind: 'systemKeys' | 'update' | 'dialLink' }>;

/** What the renderer sees as its bridge; preload and the browser client both give exactly this. */
export interface Bridge {
  readonly host: 'desktop' | 'browser';
  request<K extends BridgeRequestName>(name: K, args: BridgeArgs<K>): Promise<BridgeResult<K>>;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (push: BridgePush) => void): () => void;
}

/** What both hosts serve: the console core behind the contract. */
export type BridgeHandlers = {
  readonly [K in BridgeRequestName]: (args: BridgeArgs<K>) => Promise<BridgeResult<K>>;
};
