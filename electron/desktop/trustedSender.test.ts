import { expect, it, vi } from 'vitest';
import { isFromConsole, isTrusted } from './trustedSender';

const { contents } = vi.hoisted(() => ({ contents: {} }));
vi.mock('electron', () => ({ protocol: {} }));
vi.mock('./window', () => ({ consoleWindows: () => [{ webContents: contents }] }));

const frame = (url: string, more: { parent?: object; detached?: boolean } = {}) => ({
  url,
  parent: null,
  detached: false,
  ...more,
});
const ours = frame('app://console/index.html?again=K7F2M4Q9');

it('only the top frame of our own origin is heard, and only in a window of the console', () => {
  expect(isTrusted(ours)).toBe(true);
  expect(isFromConsole({ sender: contents, senderFrame: ours })).toBe(true);
  // A replay that got there all the same, or a window nobody knows.
  expect(isFromConsole({ sender: {}, senderFrame: ours })).toBe(false);
});

const strangers: readonly (readonly [string, ReturnType<typeof frame> | null])[] = [
  ['gone', null],
  ['a frame in the page', frame('app://console/index.html', { parent: ours })],
  ['let go of', frame('app://console/index.html', { detached: true })],
  ...[
    ...[
      'app://replay/replay.html',
      'app://console.evil/',
      'app://console',
      'app://console:1/',
      'app://consolex/',
      'App://console/',
    ],
    ...[
      'https://example.com/app://console/',
      'file:///app://console/',
      'data:text/html,app://console/',
      'about:blank',
      '',
    ],
  ].map((url) => [url, frame(url)] as const),
];

it.each(strangers)('%s is not heard', (_what, senderFrame) => {
  expect(isFromConsole({ sender: contents, senderFrame })).toBe(false);
});
