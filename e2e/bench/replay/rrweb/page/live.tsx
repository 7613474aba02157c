/** The real console, played through a recorded session while rrweb watches: its recording of what we recorded. */
import { passTo, setClock, settled } from './clock';
import '../../../../../renderer/bridge/noEval';
import '@fontsource-variable/inter/index.css';
import '../../../../../shared/look/tokens.css';
import '../../../../../renderer/styles/base.css';
import { createRoot } from 'react-dom/client';
import { App } from '../../../../../renderer/App';
import { applyPreferences } from '../../../../../renderer/preferences/applyPreferences';
import { startApp } from '../../../../../renderer/store/app';
import { startStrings } from '../../../../../renderer/strings/i18n';
import { sceneBridge } from '../../../../../renderer/testing/sceneBridge';
import { documents } from '../../../../../renderer/testing/scenes';
import type { SessionEvent } from '../../../../../shared/session/format';
import { openRecording } from '../../../../../shared/session/open';
import { bytesOf } from './contents';
import './rrweb';

await startStrings();
const scene = sceneBridge('quiet', documents.preferences);
const app = await startApp(scene);
await applyPreferences(app);
const root = document.getElementById('root');
if (root) createRoot(root).render(<App app={app} />);

/** False where there is nothing of it on the screen. */
function show(event: SessionEvent): boolean {
  switch (event.kind) {
    case 'console':
    case 'events':
    case 'link':
    case 'linkEntry':
      scene.push(event);
      return true;
    case 'view':
      app.actions.select(event.view.selected);
      return true;
    default:
      return false;
  }
}

/** `checkoutEveryNth`: rrweb takes the whole page again after so many of its events; null: never, as it does by itself. */
async function play(name: string, checkoutEveryNth: number | null): Promise<{ events: number; ms: number }> {
  const opened = await openRecording(await bytesOf('ours'));
  if (!opened.ok) throw new Error(opened.error);
  const recording = opened.value;
  setClock(recording.wallOf(0));
  const parts: string[] = [];
  const began = performance.now();
  const stop = window.rrweb.record({
    emit: (event) => void parts.push(`${parts.length === 0 ? '[' : ','}${JSON.stringify(event)}`),
    ...(checkoutEveryNth !== null && { checkoutEveryNth }),
  });
  for (let at = 0; at < recording.count; at += 1) {
    const recorded = recording.event(at);
    if (recorded === null) throw new Error(`event ${at} can't be read`);
    await passTo(recorded.tWall);
    if (show(recorded.event)) await settled();
  }
  const ms = performance.now() - began;
  stop?.();
  await fetch(`/data/${name}`, { method: 'POST', body: new Blob([...parts, ']']) });
  return { events: parts.length, ms };
}

declare global {
  interface Window {
    play: typeof play;
  }
}
window.play = play;
