/** What the person is told of updates, from what the updater says. Pure. */
import { assertNever } from '../../../shared/assertNever';
import type { UpdateView } from '../../../shared/desktop/update';

export type UpdateEvent =
  | { readonly kind: 'off'; readonly why: Extract<UpdateView, { phase: 'off' }>['why'] }
  | { readonly kind: 'on' }
  | { readonly kind: 'looking' }
  | { readonly kind: 'nothing'; readonly at: number }
  | { readonly kind: 'found'; readonly version: string }
  | { readonly kind: 'progress'; readonly percent: number }
  | { readonly kind: 'fetched'; readonly version: string }
  | { readonly kind: 'failed'; readonly why: Extract<UpdateView, { phase: 'failed' }>['why'] };

/** The same object where nothing changes. */
export function updateView(view: UpdateView, event: UpdateEvent): UpdateView {
  if (event.kind === 'off') return { phase: 'off', why: event.why };
  if (event.kind === 'on') return view.phase === 'off' ? { phase: 'upToDate', checkedAt: null } : view;
  // Late news of an updater that was switched off meanwhile.
  if (view.phase === 'off') return view;
  switch (event.kind) {
    case 'looking':
      // What is fetched and checked stays good, whatever the next look says.
      return view.phase === 'ready' || view.phase === 'downloading' ? view : { phase: 'checking' };
    case 'nothing':
      return view.phase === 'ready' ? view : { phase: 'upToDate', checkedAt: event.at };
    case 'found':
      return view.phase === 'ready' && view.version === event.version
        ? view
        : { phase: 'downloading', version: event.version, percent: 0 };
    case 'progress':
      return moved(view, event.percent);
    case 'fetched':
      return { phase: 'ready', version: event.version };
    case 'failed':
      return view.phase === 'ready' ? view : { phase: 'failed', why: event.why };
    default:
      return assertNever(event);
  }
}

function moved(view: UpdateView, percent: number): UpdateView {
  const whole = Math.min(100, Math.max(0, Math.floor(percent)));
  return view.phase !== 'downloading' || view.percent === whole || Number.isNaN(whole)
    ? view
    : { ...view, percent: whole };
}
