/** The real console over a bridge that the benchmark plays. `?login` shows the login. */
import '@fontsource-variable/inter/index.css';
import '../../../../shared/look/tokens.css';
import '../../../../renderer/styles/base.css';
import { createRoot } from 'react-dom/client';
import type { Bridge, BridgePush } from '../../../../shared/bridge';
import type { CallView, ConsoleEvent } from '../../../../shared/calls/model';
import { App } from '../../../../renderer/App';
import { listenToKeyboard } from '../../../../renderer/commands/keyboard';
import { applyPreferences } from '../../../../renderer/preferences/applyPreferences';
import { startApp } from '../../../../renderer/store/app';
import { startStrings } from '../../../../renderer/strings/i18n';
import { sceneBridge } from '../../../../renderer/testing/sceneBridge';
import { documents } from '../../../../renderer/testing/scenes';
import { seeded } from '../../random';
import { callOn, fullConsole } from './company';
import { painted, timesOf } from './painted';
import { storm } from './storm';

await startStrings();
const scene = sceneBridge(location.search === '?login' ? 'login' : 'longLists', documents.preferences);
let keyAt = 0;
const commandTimes: number[] = [];
const bridge: Bridge = {
  ...scene,
  request: (name, args) => {
    if (name === 'command') commandTimes.push(performance.now() - keyAt);
    return scene.request(name, args);
  },
};
addEventListener('keydown', ({ timeStamp }) => (keyAt = timeStamp), { capture: true });

const app = await startApp(bridge);
await applyPreferences(app);
listenToKeyboard(app);
const root = document.getElementById('root');
if (root) createRoot(root).render(<App app={app} />);

const full = fullConsole();
let seq = 0;
const push = (...events: readonly ConsoleEvent[]): void => {
  const stamped = events.map((event) => ({ epoch: 1, seq: (seq += 1), at: Date.now(), event }));
  scene.push({ kind: 'events', events: stamped, clockOffsetMs: 0 } satisfies BridgePush);
};
const reset = (): void => scene.push({ kind: 'console', console: full, clockOffsetMs: 0 });
const [line] = full.lines;
if (line === undefined) throw new Error('no line');

let longTasks: number[] = [];
new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
  entryTypes: ['longtask'],
});

/** Keystroke to screen: the last change within the panel that a key made. */
const keyTimes: number[] = [];
let lastChange = 0;
function watchKeys(panel: string): void {
  const element = document.getElementById(`panel-${panel}`);
  if (element === null) throw new Error(`${panel} is not on the screen`);
  keyTimes.length = 0;
  let counted = 0;
  new MutationObserver(() => {
    const from = keyAt;
    void painted().then(() => {
      lastChange = performance.now();
      if (counted === from) keyTimes.pop();
      counted = from;
      keyTimes.push(lastChange - from);
    });
  }).observe(element, { subtree: true, childList: true, characterData: true });
}

const bench = {
  reset,
  /** A call that rings, is answered, held, ended. */
  events: (count: number) =>
    timesOf(count, (at) => {
      const call = callOn(full, line, Math.floor(at / 4));
      const step = at % 4;
      if (step === 3) push({ type: 'callCleared', cause: 'connectionCleared', connectionId: call.connectionId });
      else
        push({
          type: 'call',
          cause: 'delivered',
          call: { ...call, state: step === 0 ? 'alerting' : step === 1 ? 'connected' : 'hold' },
        });
    }),
  managerEvents: (count: number) =>
    timesOf(count, (at) => {
      const manager = full.managers[at % full.managers.length];
      if (manager) push({ type: 'manager', manager: { ...manager, doNotDisturb: at % 2 === 0 } });
    }),
  storm: async (perSecond: number, seconds: number) => {
    reset();
    await painted();
    longTasks = [];
    const weather = storm(full, seeded(7));
    const began = performance.now();
    let sent = 0;
    while (sent < perSecond * seconds) {
      const due = Math.min(perSecond * seconds, ((performance.now() - began) / 1_000) * perSecond);
      for (; sent < due; sent += 1) push(weather.next());
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await painted();
    await painted();
    const known = app.store.getState().console?.calls ?? [];
    const facts = (calls: readonly CallView[]) =>
      JSON.stringify(calls.map((one) => [one.connectionId, one.state]).toSorted());
    return { sent, longTasks, same: facts(known) === facts(weather.calls()), calls: known.length };
  },
  manyCalls: async (count: number) => {
    reset();
    await painted();
    longTasks = [];
    const began = performance.now();
    push(
      ...Array.from({ length: count }, (_, at): ConsoleEvent => {
        const place = full.lines[at % full.lines.length] ?? line;
        return { type: 'call', cause: 'delivered', call: callOn(full, place, 9_000 + at) };
      }),
    );
    await painted();
    return { time: performance.now() - began, known: app.store.getState().console?.calls.length, longTasks };
  },
  talk: async () => {
    reset();
    const call = callOn(full, line, 1, { state: 'connected', answeredAt: Date.now() });
    push({ type: 'call', cause: 'delivered', call });
    app.actions.select(call.connectionId);
    await painted();
  },
  commandTimes,
  watchKeys,
  keyTimes,
  isQuiet: () => performance.now() - Math.max(lastChange, keyAt) > 200,
};

declare global {
  interface Window {
    bench: typeof bench;
    bare: (count: number) => Promise<number[]>;
  }
}
window.bench = bench;
