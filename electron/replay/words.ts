/** How the command line writes things. Names come out of the file: nothing in them reaches the terminal as a command. */
import type { LoadProblem } from './load';

export const problems: Readonly<Record<LoadProblem, string>> = {
  notFound: 'there is no such file, or it may not be read',
  notAFile: 'this is not a file',
  notARecording: 'this is not a recording of the Assistant Console',
  newerVersion: 'this recording was made by a newer version of the Assistant Console: use that one',
  tooLarge: 'this is larger than 1 GB: no recording is',
  empty: 'there is no event in this recording',
  unreadable: 'this is a recording, but its beginning or its compression is damaged: nothing of it can be read',
};

/** Control characters, and those that turn the direction of what follows. */
const unsafe = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** Safe in a terminal: `\u001b` in place of the character. */
export function shown(text: string): string {
  return text.replace(unsafe, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Local date and time. */
export function dateOf(ms: number): string {
  const date = new Date(ms);
  if (Number.isNaN(date.getTime())) return '?';
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${clockOf(ms)}`;
}

/** Local time, with milliseconds. */
export function clockOf(ms: number): string {
  const date = new Date(ms);
  if (Number.isNaN(date.getTime())) return '?';
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
  return `${time}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}

export function durationOf(ms: number): string {
  const seconds = Math.floor(ms / 1_000);
  return `${Math.floor(seconds / 3_600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** Readable JSON, as safe as the rest. */
export function jsonOf(value: unknown): string {
  return JSON.stringify(value, null, 2).split('\n').map(shown).join('\n');
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
