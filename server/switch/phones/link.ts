/** The link to the switch: its state as it is now, and keys pressed. Reconnects for as long as the page is open. */
import { useSyncExternalStore } from 'react';
import { PhonesView } from '../web/view';
import type { Press } from '../web/press';

export interface Link {
  readonly view: PhonesView | null;
  readonly live: boolean;
  /** Switch clock minus this machine's, in milliseconds. */
  readonly clockOffset: number;
}

const retryMs = 1_000;
let link: Link = { view: null, live: false, clockOffset: 0 };
const listeners = new Set<() => void>();
let opened = false;

function set(next: Link): void {
  link = next;
  for (const listener of listeners) listener();
}

function open(): void {
  const socket = new WebSocket(`ws://${location.host}/api/events`);
  socket.addEventListener('message', (message) => {
    const view = PhonesView.safeParse(JSON.parse(String(message.data)));
    if (view.success) set({ view: view.data, live: true, clockOffset: view.data.now - Date.now() });
  });
  socket.addEventListener('close', () => {
    set({ ...link, live: false });
    setTimeout(open, retryMs);
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!opened) {
    opened = true;
    open();
  }
  return () => void listeners.delete(listener);
}

export function useLink(): Link {
  return useSyncExternalStore(subscribe, () => link);
}

/** Null when the switch did it, else what a person should read. */
export async function press(key: Press): Promise<string | null> {
  try {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch('/api/press', { method: 'POST', headers, body: JSON.stringify(key) });
    if (response.ok) return null;
    const answer = (await response.json()) as { error?: { message?: unknown } };
    return typeof answer.error?.message === 'string' ? answer.error.message : 'the switch refused';
  } catch {
    return 'the switch cannot be reached';
  }
}
