import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { denyNavigation } from './navigation';

const { app } = await vi.hoisted(async () => {
  const events = await import('node:events');
  return { app: new events.EventEmitter() };
});
vi.mock('electron', () => ({ app }));

class Contents extends EventEmitter {
  open: ((details: object) => { action: string }) | null = null;

  setWindowOpenHandler(handler: (details: object) => { action: string }): void {
    this.open = handler;
  }
}

it('every page there will ever be stays where it is', () => {
  const logged: object[] = [];
  const note = (fields: object) => void logged.push(fields);
  denyNavigation({ info: note, warn: note, error: note });
  const contents = new Contents();
  app.emit('web-contents-created', {}, contents);
  const denied: string[] = [];
  for (const name of ['navigate', 'frame-navigate', 'redirect', 'attach-webview', 'prevent-unload'])
    contents.emit(`will-${name}`, { preventDefault: () => void denied.push(name) });
  expect(denied).toHaveLength(5);
  expect(contents.open?.({ url: 'https://example.com/' })).toEqual({ action: 'deny' });
  expect(logged).toHaveLength(6);
});
