/** The feed's requests, of a server that says nothing, too little or too much. What a feed says is in e2e/desktopUpdates.spec.ts. */
import { EventEmitter } from 'node:events';
import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whyFailed } from '../core/updates/whyFailed';
import { SignedFeed } from './updateFeed';

class Request extends EventEmitter {
  aborted = false;
  readonly response = Object.assign(new EventEmitter(), {
    statusCode: 200,
    headers: {},
    setEncoding: () => undefined,
  });

  end(): void {
    this.emit('response', this.response);
  }

  abort(): void {
    this.aborted = true;
    this.emit('close');
  }
}

const requests: Request[] = [];
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  requests.length = 0;
});

/** How looking for the latest version fails, where it does. */
function look(): Promise<unknown> {
  const executor = new ElectronHttpExecutor();
  executor.createRequest = (_options: unknown, callback: (response: unknown) => void) => {
    const request = new Request();
    request.on('response', (response: unknown) => callback(response));
    requests.push(request);
    return request as never;
  };
  const trusted = { base: new URL('https://updates.example/console/'), publicKey: '', current: '1.0.0' };
  const feed = new SignedFeed(trusted, { isUseMultipleRangeRequest: false, platform: 'linux', executor });
  return feed.getLatestVersion().catch((error: unknown) => error);
}

it('a server that says nothing is given up after a minute', async () => {
  const failed = look();
  await vi.advanceTimersByTimeAsync(59_000);
  expect(requests[0]?.aborted).toBe(false);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(requests[0]?.aborted).toBe(true);
  expect(whyFailed(await failed)).toBe('unreachable');
});

it('a feed that comes letter by letter is given up as well', async () => {
  const failed = look();
  for (let second = 0; second < 60; second += 10) {
    requests[0]?.response.emit('data', 'v');
    await vi.advanceTimersByTimeAsync(10_000);
  }
  expect(requests[0]?.aborted).toBe(true);
  expect(whyFailed(await failed)).toBe('unreachable');
});

it('a feed that does not end is refused, and what came in time is waited for no longer', async () => {
  const failed = look();
  requests[0]?.response.emit('data', 'v'.repeat(600_000));
  expect(requests[0]?.aborted).toBe(true);
  expect(whyFailed(await failed)).toBe('damaged');
  expect(vi.getTimerCount()).toBe(0);
});
