/** Reads the text of an administrator's presets. Strict, entry by entry: one slip of the pen does not cost the other entries. */
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { Settings } from '../../../shared/bridge';
import { lockNames } from '../../../shared/console/locks';
import type { LockName } from '../../../shared/console/locks';
import { Preferences, defaultPreferences } from '../../../shared/console/preferences';
import { fail, ok } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import { parseAddress } from '../address';
import { withoutDefault } from '../files/ownFormat';
import type { Presets } from './presets';

export interface Parsed {
  readonly presets: Presets;
  /** Entries that do not count, with why, as `settings.primary: …`. */
  readonly leftOut: readonly string[];
}

/** PEM text of the company's authority, or what is wrong with it. */
export interface AuthorityReader {
  ofText(pem: string): Result<string, string>;
  ofFile(file: string): Result<string, string>;
}

const version = 1;

export function parsePresets(text: string, authority: AuthorityReader): Result<Parsed, 'damaged' | 'newer'> {
  const whole = fieldsOf(parseJson(text));
  const found = whole?.['version'];
  if (whole === null || typeof found !== 'number' || !Number.isInteger(found) || found < 1) return fail('damaged');
  if (found > version) return fail('newer');

  const leftOut: string[] = [];
  const known = ['version', 'settings', 'preferences', 'locked', 'rememberMe'];
  for (const name of Object.keys(whole)) if (!known.includes(name)) leftOut.push(`${name}: no such entry`);

  const section = (name: 'settings' | 'preferences'): Record<string, unknown> => {
    const fields = whole[name] === undefined ? {} : fieldsOf(whole[name]);
    if (fields === null) leftOut.push(`${name}: not an object`);
    return fields ?? {};
  };
  const fields = (name: 'settings' | 'preferences', shape: z.core.$ZodShape, read: (entry: Entry) => unknown): object =>
    Object.fromEntries(
      Object.entries(section(name)).flatMap(([entry, value]) => {
        const taken = valid(shape, entry, read({ name: entry, value }));
        if (!taken.ok) leftOut.push(`${name}.${entry}: ${taken.error}`);
        return taken.ok ? [[taken.value.name, taken.value.value]] : [];
      }),
    );

  const settings = fields('settings', Settings.shape, (entry) => settingOf(entry, authority));
  const preferences = fields('preferences', Preferences.shape, preferenceOf);
  const locked = locksIn(whole, leftOut);
  return ok({ presets: { settings, preferences, locked }, leftOut });
}

interface Entry {
  readonly name: string;
  readonly value: unknown;
}

function valid(shape: z.core.$ZodShape, name: string, read: unknown): Result<Entry, string> {
  if (read instanceof Refusal) return fail(read.why);
  const place = name === 'authorityFile' ? 'authority' : name;
  const field = Object.hasOwn(shape, place) && place !== 'version' ? shape[place] : undefined;
  if (field === undefined) return fail('no such entry');
  const parsed = z.safeParse(withoutDefault(field), read);
  // Names inside of an entry that nobody knows are a slip, too: the schema would drop them in silence.
  if (!parsed.success || !isDeepStrictEqual(parsed.data, read)) return fail('not a value it can have');
  return ok({ name: place, value: parsed.data });
}

/** Told apart from any value. */
class Refusal {
  constructor(readonly why: string) {}
}

function settingOf({ name, value }: Entry, authority: AuthorityReader): unknown {
  // An address as it is written everywhere else: `wss://one.example:2912`.
  if ((name === 'primary' || name === 'backup') && typeof value === 'string') return parseAddress(value);
  if (name !== 'authority' && name !== 'authorityFile') return value;
  if (name === 'authority' && value === null) return null;
  if (typeof value !== 'string') return new Refusal('not a value it can have');
  const read = name === 'authority' ? authority.ofText(value) : authority.ofFile(value);
  return read.ok ? read.value : new Refusal(read.error);
}

/** `"ring": {"on": false}` leaves the sound and the volume as they come. */
function preferenceOf({ name, value }: Entry): unknown {
  if (name !== 'ring' && name !== 'systemKeys') return value;
  const given = fieldsOf(value);
  return given === null ? value : { ...defaultPreferences[name], ...given };
}

function locksIn(whole: Record<string, unknown>, leftOut: string[]): LockName[] {
  const { locked = [], rememberMe } = whole;
  const forbidsRemembering = rememberMe === false;
  if (rememberMe !== undefined && !forbidsRemembering)
    leftOut.push('rememberMe: only false can be said here; people choose it themselves otherwise');
  if (!Array.isArray(locked)) leftOut.push('locked: not a list');
  const names = new Set<LockName>(forbidsRemembering ? ['rememberMe'] : []);
  for (const one of Array.isArray(locked) ? (locked as readonly unknown[]) : []) {
    const name = lockNames.find((candidate) => candidate === one);
    if (name === undefined) leftOut.push(`locked: ${quoted(one)}: no such entry`);
    else if (name === 'rememberMe' && !forbidsRemembering)
      leftOut.push('locked: "rememberMe": say "rememberMe": false to forbid it');
    else names.add(name);
  }
  return [...names];
}

/** Something nested a hundred thousand times would end the console, not the entry. */
function quoted(entry: unknown): string {
  return typeof entry === 'object' ? 'not a name' : JSON.stringify(entry).slice(0, 80);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function fieldsOf(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}
