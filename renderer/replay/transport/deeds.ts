/** What each key and button of the replay does. */
import { findFieldId } from '../events/EventSearch';
import { goToFound } from '../core/found';
import type { ReplaySession } from '../core/session';
import { zoomed } from '../core/zoom';
import type { ReplayKey } from './shortcuts';

export const jumpFieldId = 'replay-jump';
export const playheadId = 'replay-playhead';
/** Of one press. */
const zoomStep = 1.6;
const hop = 5_000;

export interface Deeds {
  readonly copy: () => void;
  readonly showKeys: () => void;
}

export function doKey(name: ReplayKey, session: ReplaySession, deeds: Deeds): void {
  table[name](session, deeds);
}

const table: Readonly<Record<ReplayKey, (session: ReplaySession, deeds: Deeds) => void>> = {
  play: ({ play }) => play({ type: 'toggle' }),
  previousEvent: ({ play }) => play({ type: 'stepEvent', by: -1 }),
  nextEvent: ({ play }) => play({ type: 'stepEvent', by: 1 }),
  previousMark: ({ play }) => play({ type: 'stepMark', by: -1 }),
  nextMark: ({ play }) => play({ type: 'stepMark', by: 1 }),
  back: ({ play }) => play({ type: 'seekBy', ms: -hop }),
  forth: ({ play }) => play({ type: 'seekBy', ms: hop }),
  begin: ({ play }) => play({ type: 'goTo', at: 0 }),
  finish: ({ play, facts }) => play({ type: 'goTo', at: facts.track.count - 1 }),
  slower: ({ play }) => play({ type: 'slower' }),
  faster: ({ play }) => play({ type: 'faster' }),
  skipIdle: ({ play }) => play({ type: 'toggleSkipIdle' }),
  jump: () => focusOn(jumpFieldId),
  find: () => focusOn(findFieldId),
  findNext: (session) => goToFound(session, 1),
  findPrevious: (session) => goToFound(session, -1),
  zoomIn: (session) => zoomBy(session, 1 / zoomStep),
  zoomOut: (session) => zoomBy(session, zoomStep),
  zoomAll: ({ view, facts }) => view.setState({ span: facts.all }),
  copy: (_session, { copy }) => copy(),
  compare: (session) => toggleCompare(session),
  raw: ({ view }) => view.setState(({ raw }) => ({ raw: !raw })),
  events: () => focusOn('replay-events'),
  keys: (_session, { showKeys }) => showKeys(),
};

function zoomBy({ view, facts }: ReplaySession, factor: number): void {
  view.setState(({ span, player }) => ({ span: zoomed(span, facts.all, factor, player.time) }));
}

/** Begins to compare with this moment, or stops. */
function toggleCompare({ view }: ReplaySession): void {
  view.setState(({ pinned, player: { at, time } }) => ({ pinned: pinned === null ? { at, time } : null }));
}

/** Where every key of the replay works again. */
export function leaveField(): void {
  focusOn(playheadId);
}

function focusOn(id: string): void {
  const field = document.getElementById(id);
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
}
