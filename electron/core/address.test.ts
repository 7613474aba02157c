import { expect, it } from 'vitest';
import { parseAddress, urlOf } from './address';

it.each([
  ['ipma.example.org:2912', 'wss://ipma.example.org:2912'],
  ['ws://ipma.example.org:2912', 'ws://ipma.example.org:2912'],
  ['WSS://127.0.0.1:2912/', 'wss://127.0.0.1:2912'],
  ['127.0.0.1:2912', 'ws://127.0.0.1:2912'],
  ['[::1]:2912', 'ws://[::1]:2912'],
  ['[fd00::1]:2912', 'wss://[fd00::1]:2912'],
])('%s is %s', (text, url) => {
  const address = parseAddress(text);
  expect(address === null ? null : urlOf(address)).toBe(url);
});

it.each(['', 'host', 'host:0', 'host:70000', 'http://host:1', 'a b:1', 'ws://:1', 'host:1/path'])(
  '%s is none',
  (text) => {
    expect(parseAddress(text)).toBeNull();
  },
);
