/** An event in one line of words, with a second line for those who want to know exactly. Pure. */
import type { TFunction } from 'i18next';
import { assertNever } from '../../../shared/assertNever';
import type { LinkView } from '../../../shared/bridge';
import type { ConsoleEvent } from '../../../shared/calls/model';
import type { Command } from '../../../shared/protocol/commands';
import type { SessionEvent } from '../../../shared/session/format';
import type { RecordedEvent } from '../../../shared/session/recording';
import { isCommandName } from '../../commands/registry';
import { incidentWords, isIncident } from '../../link/eventWords';
import { partyName, stateWord } from '../../panels/calls/callWords';
import { overlayWords } from './overlayWords';

export type EventTone = 'plain' | 'accent' | 'live' | 'ring' | 'hold' | 'bad' | 'quiet';

export interface EventWords {
  readonly tone: EventTone;
  readonly words: string;
  /** Keys that were pressed, as the registry writes them. */
  readonly keys: string | null;
  /** Facts, not words: the same in every language. */
  readonly detail: string;
}

/** `commandOf` finds the command that an outcome is about. */
export function eventWords(event: SessionEvent, t: TFunction, commandOf: (id: string) => Command | null): EventWords {
  const say = (tone: EventTone, words: string, detail = ''): EventWords => ({ tone, words, keys: null, detail });
  switch (event.kind) {
    case 'console': {
      if (event.console === null) return say('bad', t('replay.words.sessionOver'));
      const { calls, managers, lines } = event.console;
      const counts = { calls: calls.length, managers: managers.length, lines: lines.length };
      return say('live', t('replay.words.snapshot'), t('replay.words.snapshotDetail', counts));
    }
    case 'events': {
      const [first, ...others] = event.events;
      if (first === undefined) return say('quiet', t('replay.words.nothing'), `${event.clockOffsetMs} ms`);
      const told = newsWords(first.event, t);
      const more = others.length === 0 ? [] : [t('replay.words.more', { count: others.length })];
      return { ...told, detail: [told.detail, ...more].filter((part) => part !== '').join(' · ') };
    }
    case 'link':
      return linkWords(event.link, t);
    case 'linkEntry': {
      const { entry } = event;
      if (!isIncident(entry))
        return say('quiet', t('replay.words.heartbeat', { ms: Math.round(entry.ms) }), entry.server);
      const tone = entry.kind === 'lost' || entry.kind === 'missed' || entry.kind === 'asleep' ? 'bad' : 'live';
      return say(tone, incidentWords(entry, t), entry.kind);
    }
    case 'transition':
      return say(
        event.to === 'live' ? 'live' : 'ring',
        t('replay.words.transition', { from: event.from, to: event.to }),
        [event.on, event.server, event.generation === null ? null : `generation ${event.generation}`]
          .filter(Boolean)
          .join(', '),
      );
    case 'command':
      return say(
        'accent',
        t('replay.words.command', { what: commandWords(event.command, t) }),
        commandFacts(event.command),
      );
    case 'outcome':
      return outcomeWords(event, t, commandOf(event.id));
    case 'intent': {
      const { way, command, keys } = event.intent;
      return { tone: 'accent', words: intentWords(command, t), keys, detail: t(`replay.words.${way}`) };
    }
    case 'view': {
      const { selected, selectedManager, overlay } = event.view;
      if (overlay !== null)
        return say('plain', t('replay.words.viewOverlay', { what: overlayWords(overlay, t) }), selected ?? '');
      const what = selected ?? selectedManager;
      return say('plain', what === null ? t('replay.words.viewNothing') : t('replay.words.view', { what }));
    }
    case 'search':
      return say(
        event.outcome === 'found' ? 'plain' : 'bad',
        t('replay.words.search', { count: event.length }),
        event.outcome === 'found'
          ? t('replay.words.searchFound', { count: event.count })
          : t('replay.words.searchFailed'),
      );
    case 'problem':
      return say('bad', t('replay.words.problem', { where: event.where }), event.code);
    case 'checkpoint':
      return say('quiet', t('replay.words.checkpoint'), event.hash);
    case 'gap':
      return say('bad', t(event.why === 'storage' ? 'replay.words.gapStorage' : 'replay.words.gapOff'));
    case 'end':
      return say('plain', t('replay.words.end'));
    default:
      return assertNever(event);
  }
}

function newsWords(event: ConsoleEvent, t: TFunction): EventWords {
  const say = (tone: EventTone, words: string, detail = ''): EventWords => ({ tone, words, keys: null, detail });
  switch (event.type) {
    case 'call': {
      const { call, cause } = event;
      const words = t('replay.words.call', { who: partyName(call.party, t), state: stateWord(call, t) });
      const tones = {
        alerting: 'ring',
        hold: 'hold',
        fail: 'bad',
        connected: 'live',
        initiated: 'accent',
        queued: 'accent',
      } as const;
      return say(tones[call.state], words, `${call.connectionId}, ${cause}`);
    }
    case 'callCleared':
      return say('plain', t('replay.words.callCleared'), `${event.connectionId}, ${event.cause}`);
    case 'manager':
      return say(
        'plain',
        t('replay.words.manager', { name: event.manager.name }),
        event.manager.currentCall?.state ?? '',
      );
    case 'line':
      return say('plain', t('replay.words.line', { name: event.line.label }), event.line.dn);
    case 'service':
      return say(
        'ring',
        t('replay.words.service'),
        `callControl ${event.service.callControl}, filtering ${event.service.filtering}`,
      );
    case 'me':
      return say('plain', t('replay.words.me'), event.me.online ? 'online' : 'offline');
    case 'replaced':
      return say('plain', t('replay.words.replaced'));
    default:
      return assertNever(event);
  }
}

function linkWords(link: LinkView, t: TFunction): EventWords {
  const say = (tone: EventTone, words: string, detail = ''): EventWords => ({ tone, words, keys: null, detail });
  switch (link.phase) {
    case 'live': {
      const ms = link.roundTripMs === null ? '' : `${Math.max(1, Math.round(link.roundTripMs))} ms`;
      return say('quiet', t('replay.words.linkLive', { server: t(`server.${link.server}`) }), ms);
    }
    case 'connecting':
      return say('ring', t('replay.words.linkConnecting', { server: t(`server.${link.server}`) }));
    case 'waiting':
      return say('bad', t('replay.words.linkWaiting', { server: t(`server.${link.server}`) }), link.lastProblem);
    case 'signedOut':
      return say('bad', t('replay.words.linkSignedOut'), link.failure ?? '');
    default:
      return assertNever(link);
  }
}

function outcomeWords(
  { outcome, learned, id }: Extract<SessionEvent, { kind: 'outcome' }>,
  t: TFunction,
  command: Command | null,
): EventWords {
  const what = command === null ? t('replay.words.aCommand') : commandWords(command, t);
  const say = (tone: EventTone, words: string, detail: string): EventWords => ({ tone, words, keys: null, detail });
  switch (outcome.status) {
    case 'done':
      return say('live', t(learned ? 'replay.words.learnedDone' : 'replay.words.done', { what }), id);
    case 'refused':
      return say(
        'bad',
        t(learned ? 'replay.words.learnedRefused' : 'replay.words.refused', { what }),
        `${outcome.code}, ${id}`,
      );
    case 'unknown':
      return say('ring', t('replay.words.unknown', { what }), id);
    default:
      return assertNever(outcome);
  }
}

export function commandWords(command: Command, t: TFunction): string {
  return t(`action.${command.type}`);
}

/** A name that no command of this version has is shown as it was written. */
export function intentWords(command: string, t: TFunction): string {
  return isCommandName(command) ? t(`command.${command}`) : command;
}

function commandFacts(command: Command): string {
  return Object.entries(command)
    .filter(([key]) => key !== 'type')
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
}

/** The command that an outcome is about: a little before it in most cases, so it is looked for backwards, not for ever. */
export function commandBefore(event: (index: number) => RecordedEvent | null, at: number, id: string): Command | null {
  for (let index = at - 1; index >= Math.max(0, at - 400); index -= 1) {
    const found = event(index)?.event;
    if (found?.kind === 'command' && found.id === id) return found.command;
  }
  return null;
}
