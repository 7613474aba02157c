/** Frames that are almost right: a valid one, changed in a way that a parser, a schema or a state machine may not expect. Text, or bytes. */
import type { Random } from '../bench/random';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const strings = [
  '',
  '\u0000',
  '\u202e\u2066abc',
  '\ud800',
  '💥'.repeat(50),
  'ẞ̸̧̢̛'.repeat(30),
  '__proto__',
  'constructor',
  'NaN',
  '-0',
  'true',
  ' ',
  '\r\n\r\n',
  "'; drop table commands; --",
  '%00%n%s',
  '<img src=x onerror=alert(1)>',
  'a'.repeat(300),
  'a'.repeat(70_000),
];
const numbers = [0, -0, -1, 0.5, 1e308, -1e308, 2 ** 31, 2 ** 53, 2 ** 53 + 2, Number.MIN_VALUE, 99_999_999_999];

/** `valid`: the frame to begin with; `others`: to be mixed in. */
export function mutated(random: Random, valid: Json, others: readonly Json[]): string | Buffer {
  const way = random.below(14);
  if (way < 6) return JSON.stringify(changed(random, valid, others));
  const text = JSON.stringify(valid);
  switch (way) {
    case 6:
      return torn(random, text);
    case 7:
      return twice(random, text);
    case 8:
      return Buffer.from(text);
    case 9:
      return Buffer.from(Array.from({ length: 1 + random.below(200) }, () => random.below(256)));
    case 10:
      return nested(random);
    case 11:
      return text.replace(
        /\d+/,
        random.pick(['1e999', '-1e999', '9'.repeat(400), '0.1e-400', '01', '+1', '0x10', 'NaN', 'Infinity']),
      );
    case 12:
      return flipped(random, text);
    default:
      // Right in form, out of its turn: a replay.
      return text;
  }
}

/** One value of the tree replaced, dropped, added or swapped for a part of another frame. */
function changed(random: Random, value: Json, others: readonly Json[]): Json {
  const copy = structuredClone(value);
  const times = 1 + random.below(3);
  for (let time = 0; time < times; time += 1) {
    const places: [Json[] | { [key: string]: Json }, string | number][] = [];
    collect(copy, places);
    if (places.length === 0) return junk(random, others);
    const [holder, key] = random.pick(places);
    const put = (next: Json) => {
      if (Array.isArray(holder)) holder[Number(key)] = next;
      else holder[String(key)] = next;
    };
    const how = random.below(5);
    if (how === 0 && !Array.isArray(holder)) Reflect.deleteProperty(holder, key);
    else if (how === 1 && !Array.isArray(holder))
      holder[random.pick(['extra', 'type', 'id', 'toString', '__proto__'])] = junk(random, others);
    else if (how === 2 && Array.isArray(holder))
      holder.push(...Array.from({ length: random.below(300) }, () => junk(random, others)));
    else put(junk(random, others));
  }
  return copy;
}

function collect(value: Json, places: [Json[] | { [key: string]: Json }, string | number][]): void {
  if (value === null || typeof value !== 'object') return;
  for (const [key, inner] of Object.entries(value)) {
    places.push([value, key]);
    collect(inner, places);
  }
}

function junk(random: Random, others: readonly Json[]): Json {
  switch (random.below(7)) {
    case 0:
      return null;
    case 1:
      return random.below(2) === 0;
    case 2:
      return random.pick(numbers);
    case 3:
      return random.pick(strings);
    case 4:
      return [random.pick(strings), random.pick(numbers)];
    case 5:
      return structuredClone(random.pick(others));
    default:
      return {};
  }
}

function torn(random: Random, text: string): string {
  return random.below(2) === 0 ? text.slice(0, random.below(text.length)) : text.slice(random.below(text.length));
}

/** A key that is there twice: the later one counts, for every parser of ours alike. */
function twice(random: Random, text: string): string {
  return text.replace('{', `{"type":${JSON.stringify(random.pick(strings))},`);
}

function nested(random: Random): string {
  const depth = 10 ** (1 + random.below(4));
  return random.below(2) === 0
    ? `${'['.repeat(depth)}${']'.repeat(depth)}`
    : `${'{"type":'.repeat(depth)}1${'}'.repeat(depth)}`;
}

function flipped(random: Random, text: string): Buffer {
  const bytes = Buffer.from(text);
  for (let count = 1 + random.below(4); count > 0; count -= 1) bytes[random.below(bytes.length)] = random.below(256);
  return bytes;
}
