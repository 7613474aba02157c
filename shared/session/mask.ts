/** What of a session is written into its recording, and how: nothing gets there that has no tag here. */
import type { ConsoleEvent, ConsoleState, DivertTarget, ManagerView, Party } from '../calls/model';
import type { Command } from '../protocol/commands';
import type { LinkView } from '../bridge';
import type { LinkEntry } from '../connection/linkEntry';
import type { ReplayState, SessionEvent } from './format';
import type { Intent, ScreenView } from './intent';
import { maskOf } from './maskSpec';
import type { Mask, Spec } from './maskSpec';

const party: Spec<Party> = { number: 'number', name: 'caller' };

const line: Spec<ConsoleState['lines'][number]> = {
  lineId: 'line',
  dn: 'number',
  kind: 'public',
  managerId: 'person',
  label: 'label',
  inUseElsewhere: 'public',
};

const call: Spec<ConsoleState['calls'][number]> = {
  connectionId: 'connection',
  callId: 'call',
  lineId: 'line',
  state: 'public',
  direction: 'public',
  party,
  managerId: 'person',
  forwardedBy: party,
  failedFor: 'public',
  startedAt: 'public',
  answeredAt: 'public',
  stateSince: 'public',
  parties: 'public',
  members: [party],
  consultation: { purpose: 'public', side: 'public', other: 'connection' },
};

const divertTarget: Spec<DivertTarget> = {
  by: 'kind',
  of: {
    activeAssistant: { kind: 'public' },
    assistant: { kind: 'public', userId: 'person' },
    number: { kind: 'public', number: 'number' },
    none: { kind: 'public' },
  },
};

const manager: Spec<ManagerView> = {
  managerId: 'person',
  name: 'manager',
  dn: 'number',
  assistants: [{ userId: 'person', name: 'assistant', online: 'public' }],
  defaultAssistant: 'person',
  activeAssistant: 'person',
  currentCall: { state: 'public', party, since: 'public' },
  forwardedTo: 'number',
  intercomDn: 'number',
  hasVoicemail: 'public',
  messageWaiting: 'public',
  doNotDisturb: 'public',
  assistantWatch: 'public',
  alertTone: 'public',
  divertAll: 'public',
  divertTarget,
  filterOn: 'public',
  filterMode: 'public',
  inclusive: ['pattern'],
  exclusive: ['pattern'],
};

const me: Spec<ConsoleState['me']> = {
  userId: 'person',
  name: 'assistant',
  dn: 'number',
  online: 'public',
  redirectTo: 'number',
};

const service: Spec<ConsoleState['service']> = { callControl: 'public', filtering: 'public' };

/** Managers before calls: one who calls is met as a manager first, and called so. */
const consoleState: Spec<ConsoleState> = {
  me,
  mode: 'public',
  managers: [manager],
  lines: [line],
  calls: [call],
  service,
  divertAllAppliesToFiltered: 'public',
};

const consoleEvent: Spec<ConsoleEvent> = {
  by: 'type',
  of: {
    call: { type: 'public', cause: 'public', call },
    callCleared: { type: 'public', cause: 'public', connectionId: 'connection' },
    manager: { type: 'public', manager },
    line: { type: 'public', line },
    service: { type: 'public', service },
    me: { type: 'public', me },
    replaced: { type: 'public', state: consoleState },
  },
};

const oneCall = { type: 'public', connectionId: 'connection' } as const;

const command: Spec<Command> = {
  by: 'type',
  of: {
    makeCall: { type: 'public', lineId: 'line', to: 'number' },
    answer: oneCall,
    hangUp: oneCall,
    hold: oneCall,
    retrieve: oneCall,
    transfer: { ...oneCall, to: 'number' },
    redirect: oneCall,
    toVoicemail: oneCall,
    consult: { ...oneCall, to: 'number', purpose: 'public' },
    cancelConsult: oneCall,
    directTransfer: { ...oneCall, with: 'connection' },
    join: { ...oneCall, with: ['connection'] },
    // A PIN is typed like this.
    sendDigits: { ...oneCall, digits: 'drop' },
    setFeature: { type: 'public', managerId: 'person', feature: 'public', on: 'public' },
    setFilterMode: { type: 'public', managerId: 'person', mode: 'public' },
    setPatterns: { type: 'public', managerId: 'person', mode: 'public', patterns: ['pattern'], was: ['pattern'] },
    setDivertTarget: { type: 'public', managerId: 'person', target: divertTarget, was: divertTarget },
    setDefaultAssistant: { type: 'public', managerId: 'person', assistantId: 'person', was: 'person' },
    setRedirectTarget: { type: 'public', number: 'number' },
    setOnline: { type: 'public', online: 'public' },
  },
};

const link: Spec<LinkView> = {
  by: 'phase',
  of: {
    signedOut: { phase: 'public', failure: 'public' },
    connecting: { phase: 'public', server: 'public', resuming: 'public' },
    waiting: { phase: 'public', server: 'public', resuming: 'public', retryAt: 'public', lastProblem: 'public' },
    live: { phase: 'public', server: 'public', since: 'public', roundTripMs: 'public' },
  },
};

const linkEntry: Spec<LinkEntry> = {
  by: 'kind',
  of: {
    roundTrip: { kind: 'public', at: 'public', server: 'public', ms: 'public' },
    missed: { kind: 'public', at: 'public', server: 'public' },
    asleep: { kind: 'public', at: 'public', server: 'public' },
    lost: { kind: 'public', at: 'public', server: 'public', problem: 'public', wasLive: 'public' },
    live: { kind: 'public', at: 'public', server: 'public', awayMs: 'public', failover: 'public' },
    signedOut: { kind: 'public', at: 'public' },
  },
};

const intent: Spec<Intent> = { way: 'public', command: 'word', keys: 'keys' };
const view: Spec<ScreenView> = { selected: 'connection', selectedManager: 'person', overlay: 'word' };

const state: Spec<ReplayState> = {
  link,
  console: consoleState,
  clockOffsetMs: 'public',
  pending: [{ id: 'command', command, status: 'public' }],
  view,
};

const sessionEvent: Spec<SessionEvent> = {
  by: 'kind',
  of: {
    console: { kind: 'public', console: consoleState, clockOffsetMs: 'public' },
    events: {
      kind: 'public',
      events: [{ epoch: 'public', seq: 'public', at: 'public', event: consoleEvent }],
      clockOffsetMs: 'public',
    },
    link: { kind: 'public', link },
    linkEntry: { kind: 'public', entry: linkEntry },
    transition: { kind: 'public', from: 'word', on: 'word', to: 'word', server: 'public', generation: 'public' },
    command: { kind: 'public', id: 'command', command },
    outcome: {
      kind: 'public',
      id: 'command',
      outcome: {
        by: 'status',
        of: {
          done: { status: 'public' },
          refused: { status: 'public', code: 'public' },
          unknown: { status: 'public' },
        },
      },
      learned: 'public',
    },
    intent: { kind: 'public', intent },
    view: { kind: 'public', view },
    search: { kind: 'public', length: 'public', outcome: 'public', count: 'public' },
    problem: { kind: 'public', where: 'word', code: 'word' },
    checkpoint: { kind: 'public', state, hash: 'hash' },
    gap: { kind: 'public', why: 'public' },
    end: { kind: 'public' },
  },
};

export const maskEvent: Mask<SessionEvent> = maskOf(sessionEvent);
export const maskState: Mask<ReplayState> = maskOf(state);
