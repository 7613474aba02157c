import { EventEmitter } from 'node:events';
import { beforeEach, expect, it, vi } from 'vitest';
import { followPower } from './power';

const system = vi.hoisted(() => ({
  app: null as unknown as EventEmitter,
  power: null as unknown as EventEmitter,
}));
vi.mock('electron', () => ({
  get app() {
    return system.app;
  },
  get powerMonitor() {
    return system.power;
  },
}));

const done: string[] = [];
const does = (what: string) => () => void done.push(what);
beforeEach(() => {
  system.app = Object.assign(new EventEmitter(), { quit: does('quit') });
  system.power = new EventEmitter();
  done.length = 0;
  const note = () => undefined;
  followPower({
    core: { probe: does('probe'), suspended: does('suspended') },
    log: { info: note, warn: note, error: note },
    awake: does('awake'),
    end: does('end'),
  });
});

it.each([
  ['suspend', ['suspended']],
  ['resume', ['probe', 'awake']],
  ['unlock-screen', ['probe', 'awake']],
  // Everything is written before anything else is tried: the system waits for nobody.
  ['shutdown', ['end', 'quit']],
])('%s', (event, expected) => {
  system.power.emit(event);
  expect(done).toEqual(expected);
});

it('Windows tells every window that the session ends', () => {
  const window = new EventEmitter();
  system.app.emit('browser-window-created', {}, window);
  window.emit('session-end');
  expect(done).toEqual(['end', 'quit']);
});
