/** The page's link to the service: what is in force now, and where to go when the service is gone. Lives as long as the page. */
import { useSyncExternalStore } from 'react';
import { ManagerPage, eventsPath, type Change, type Failure } from '../managerProtocol';
import { api, type Answer } from './api';

export interface Link {
  readonly phase: 'starting' | 'signedOut' | 'live' | 'away' | 'standby';
  /** The last that was known. */
  readonly page: ManagerPage | null;
  /** Where the other service serves this page. */
  readonly other: string | null;
  /** The session ended by itself. */
  readonly ended: boolean;
}

const retryMs = 1_000;
const probeMs = 1_500;
/** Whoever was sent here by the other page is not sent back: two services that stand by would play ball. */
const sentHere = '#sent';

let link: Link = { phase: 'starting', page: null, other: null, ended: false };
let socket: WebSocket | null = null;
let wasLive = false;
let loading = false;
let leaving = false;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function set(change: Partial<Link>): void {
  link = { ...link, ...change };
  for (const listener of listeners) listener();
}

export function startLink(): void {
  void load();
  addEventListener('online', () => void load());
  addEventListener('pageshow', () => void load());
}

export function useLink(): Link {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => link,
  );
}

async function load(): Promise<void> {
  if (loading || leaving || socket) return;
  loading = true;
  clearTimeout(timer);
  take(await api.state());
  loading = false;
}

function take(answer: Answer<ManagerPage>): void {
  if (answer.kind === 'ok') {
    live(answer.value);
  } else if (answer.kind === 'refused' && answer.failure.error.code === 'standby') {
    set({ phase: 'standby', other: answer.failure.other ?? null });
    again();
  } else if (answer.kind === 'refused' && ['notLoggedIn', 'notManager'].includes(answer.failure.error.code)) {
    set({ phase: 'signedOut', page: null, ended: wasLive });
    wasLive = false;
  } else {
    set({ phase: link.page === null ? 'starting' : 'away' });
    again();
  }
}

function live(page: ManagerPage): void {
  wasLive = true;
  history.replaceState(null, '', location.pathname);
  set({ phase: 'live', page, other: page.other, ended: false });
  if (!socket) listen();
}

function listen(): void {
  const url = new URL(eventsPath, location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  const opened = new WebSocket(url);
  socket = opened;
  opened.addEventListener('message', (message) => {
    const page = ManagerPage.safeParse(JSON.parse(String(message.data)));
    if (page.success && socket === opened) live(page.data);
  });
  opened.addEventListener('close', () => {
    if (socket !== opened) return;
    socket = null;
    if (link.phase === 'live') set({ phase: 'away' });
    void load();
  });
}

function again(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void load(), retryMs);
  void goToOther();
}

/** Only where the other service answers, and not while something is half typed: that would be lost. */
async function goToOther(): Promise<void> {
  const { other } = link;
  const wasSent = location.hash === sentHere && !wasLive;
  if (other === null || wasSent || leaving || isTyping()) return;
  try {
    await fetch(new URL('/healthz', other), {
      mode: 'no-cors',
      cache: 'no-store',
      signal: AbortSignal.timeout(probeMs),
    });
  } catch {
    return;
  }
  if (link.phase === 'live' || link.phase === 'signedOut' || isTyping()) return;
  leaving = true;
  location.replace(new URL(sentHere, other));
}

function isTyping(): boolean {
  return [...document.querySelectorAll<HTMLInputElement>('input[type=text], input[type=password]')].some(
    (input) => input.value !== '',
  );
}

export async function logIn(userId: string, password: string): Promise<Failure['error'] | 'unknown' | null> {
  const answer = await api.logIn(userId, password);
  if (answer.kind === 'ok') live(answer.value);
  else if (answer.kind === 'refused' && answer.failure.error.code === 'standby') take(answer);
  return whyNot(answer);
}

export async function logOut(): Promise<void> {
  const answer = await api.logOut();
  if (answer.kind !== 'ok') return void load();
  wasLive = false;
  const old = socket;
  socket = null;
  old?.close();
  set({ phase: 'signedOut', page: null, ended: false });
}

/** Null when it is in force. The page shows the truth in any case. */
export async function change(wanted: Change): Promise<Failure['error'] | 'unknown' | null> {
  const answer = await api.change(wanted);
  if (answer.kind === 'ok') live(answer.value);
  else {
    const now = await api.state();
    if (now.kind === 'ok') set({ page: now.value });
    else take(now);
  }
  return whyNot(answer);
}

export async function setPassword(current: string, next: string): Promise<Failure['error'] | 'unknown' | null> {
  return whyNot(await api.password(current, next));
}

function whyNot(answer: Answer<unknown>): Failure['error'] | 'unknown' | null {
  if (answer.kind === 'ok') return null;
  return answer.kind === 'refused' ? answer.failure.error : 'unknown';
}
