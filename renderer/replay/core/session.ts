/** One recording that is looked at: where the playhead is, what is searched and compared, and the panels' App that follows it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Recording, Verdict } from '../../../shared/session/recording';
import type { App } from '../../store/app';
import { factsOf, type Facts } from './facts';
import { play, startOf, type PlayerInput, type PlayerState } from './player';
import { replayApp, shownOf } from './replayApp';
import { sharing } from './sharing';
import { searchEvents, type Query } from './search';
import { following, type Span } from './zoom';

export interface Found {
  readonly query: Query;
  /** Ascending indexes. */
  readonly indexes: readonly number[];
  readonly done: boolean;
}

export interface ReplayView {
  readonly player: PlayerState;
  /** What the timeline shows. */
  readonly span: Span;
  /** How far the check of all checkpoints is (0 to 1), or what it came to. */
  readonly check:
    { readonly kind: 'running'; readonly done: number } | { readonly kind: 'done'; readonly verdict: Verdict };
  /** Null while nothing is searched for. */
  readonly found: Found | null;
  /** The moment that others are compared with. */
  readonly pinned: Pick<PlayerState, 'at' | 'time'> | null;
  /** The event at the playhead is shown as it was written. */
  readonly raw: boolean;
  /** For a screen reader: which event was stepped to; a new object each time. */
  readonly stepped: { readonly at: number } | null;
}

export interface ReplaySession {
  readonly recording: Recording;
  readonly facts: Facts;
  readonly app: App;
  readonly view: StoreApi<ReplayView>;
  readonly play: (input: PlayerInput) => void;
  readonly search: (query: Query | null) => void;
  /** The file broke off, or its seal did not fit: what could be read of it is shown. */
  readonly cut: boolean;
  readonly end: () => void;
}

/** What the page's own clock and loop are; tests bring their own. */
export interface Pace {
  /** Calls back before the next picture, with the time in milliseconds. */
  readonly nextFrame: (run: (now: number) => void) => void;
  /** Lets others go first. */
  readonly pause: () => Promise<void>;
}

export const livePace: Pace = {
  nextFrame: (run) => void requestAnimationFrame(run),
  pause: () => new Promise((resolve) => setTimeout(resolve)),
};

/** Milliseconds: a window that was hidden does not rush through what it missed. */
const longestFrame = 250;

export function startSession(recording: Recording, cut: boolean, pace: Pace = livePace): ReplaySession {
  const facts = factsOf(recording);
  const { track, all } = facts;
  const player = startOf(track);
  const app = replayApp(recording.stateAt(player.at));
  const view = createStore<ReplayView>()(() => ({
    player,
    span: all,
    check: { kind: 'running', done: 0 },
    found: null,
    pinned: null,
    raw: false,
    stepped: null,
  }));
  let ended = false;
  let running = false;
  let searching = 0;

  const step = (input: PlayerInput): void => {
    const before = view.getState();
    const next = play(before.player, input, track);
    if (next === before.player) return;
    if (next.at !== before.player.at)
      app.store.setState(sharing(app.store.getState(), shownOf(recording.stateAt(next.at))));
    const stepped = input.type === 'stepEvent' || input.type === 'stepMark' || input.type === 'goTo';
    view.setState({
      player: next,
      span: following(before.span, all, next.time),
      ...(stepped && { stepped: { at: next.at } }),
    });
    if (next.playing && !running) run();
  };

  const run = (): void => {
    running = true;
    let last: number | null = null;
    const frame = (now: number): void => {
      running = !ended && view.getState().player.playing;
      if (!running) return;
      step({ type: 'elapsed', ms: Math.min(longestFrame, last === null ? 0 : Math.max(0, now - last)) });
      last = now;
      pace.nextFrame(frame);
    };
    pace.nextFrame(frame);
  };

  const search = (query: Query | null): void => {
    searching += 1;
    const mine = searching;
    if (query === null || (query.text === '' && query.kind === null)) {
      view.setState({ found: null });
      return;
    }
    view.setState({ found: { query, indexes: [], done: false } });
    const wanted = (): boolean => !ended && mine === searching;
    void searchEvents(
      recording,
      query,
      () => pace.pause().then(wanted),
      (indexes, done) => view.setState({ found: { query, indexes, done } }),
    );
  };

  const check = async (): Promise<void> => {
    const verdict = await recording.verify(async (done) => {
      view.setState({ check: { kind: 'running', done } });
      await pace.pause();
      // Nobody looks at it any more: it stays where it is.
      if (ended) await new Promise<never>(() => undefined);
    });
    view.setState({ check: { kind: 'done', verdict } });
  };
  // After the first picture.
  void pace.pause().then(check);

  return { recording, facts, app, view, play: step, search, cut, end: () => void (ended = true) };
}
