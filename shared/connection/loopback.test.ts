import { expect, it } from 'vitest';
import { isLoopback } from './loopback';

it.each(['127.0.0.1', '127.8.9.10', 'localhost', 'LOCALHOST', 'a.localhost', '::1', ' 127.0.0.1 '])(
  '%s is this machine',
  (host) => {
    expect(isLoopback(host)).toBe(true);
  },
);

it.each([
  '127.0.0.1.example.org',
  '10.127.0.0',
  '10.127.0.0.1',
  'a127.0.0.1',
  'alocalhost',
  'localhost.example.org',
  '::2',
  '0.0.0.0',
  '128.0.0.1',
  '',
])('%s is not', (host) => {
  expect(isLoopback(host)).toBe(false);
});
