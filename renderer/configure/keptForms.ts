/** Unsaved forms outlive their dialog: another dialog, a palette or a link from outside may take its place at any moment. */
import type { UserId } from '../../shared/ids';
import type { App } from '../store/app';
import type { Form } from './form';

const kept = new WeakMap<App, Map<string, Form>>();

/** Whose form it is: another assistant who signs in here does not find it. */
function keyOf(me: UserId, managerId: UserId): string {
  return `${me}\n${managerId}`;
}

export function keptForm(app: App, me: UserId, managerId: UserId): Form | null {
  return kept.get(app)?.get(keyOf(me, managerId)) ?? null;
}

/** Null forgets it. */
export function keepForm(app: App, me: UserId, managerId: UserId, form: Form | null): void {
  const forms = kept.get(app) ?? new Map<string, Form>();
  kept.set(app, forms);
  if (form === null) forms.delete(keyOf(me, managerId));
  else forms.set(keyOf(me, managerId), form);
}
