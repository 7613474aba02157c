/** Parts of the main window that nobody sees at first: fetched when they are wanted, or before that once there is nothing else to do. */
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

const parts: (() => Promise<unknown>)[] = [];

/** Wants a Suspense around it. */
export function later<Props>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  parts.push(load);
  return lazy(async () => ({ default: await load() }));
}

/** Milliseconds: a computer that is never idle gets them too. What is typed before a dialog is there would be lost. */
const longestWaitMs = 300;

/** One after the other, so that a call that comes in meanwhile does not wait: a first keypad or transfer is there at once. */
export function fetchWhenIdle(): void {
  const [load] = parts.splice(0, 1);
  if (load === undefined) return;
  requestIdleCallback(() => void load().then(fetchWhenIdle, fetchWhenIdle), { timeout: longestWaitMs });
}
