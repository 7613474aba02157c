import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { help, readFlags, wantsHelp } from './flags';

const switchFlag = ['--switch', 'ws://127.0.0.1:1/cti'];
const url = 'postgres://ipma:secret@db.example:5432/ipma';

describe('the database', () => {
  it('is a file or an address, from the command line or the environment; the command line wins', () => {
    expect(readFlags([...switchFlag, '--database', 'ipma.sqlite'], {}).database).toBe('ipma.sqlite');
    expect(readFlags(switchFlag, { DATABASE_URL: url }).database).toBe(url);
    expect(readFlags([...switchFlag, '--database', 'a.sqlite'], { DATABASE_URL: url }).database).toBe('a.sqlite');
  });

  it.each([
    ['is missing', undefined, /--database: give a file/],
    ['is of a kind nobody knows', 'mysql://root:secret@db/ipma', /--database: only postgres/],
    ['names no database', 'postgres://ipma:secret@db', /--database: the address names no database/],
    ['is no address', 'postgres://ipma:secret@:x:/ipma', /--database: not a valid address/],
  ])('is refused without its password being shown when it %s', (_, place, message) => {
    const read = () => readFlags(switchFlag, place === undefined ? {} : { DATABASE_URL: place });
    expect(read).toThrow(message);
    expect(read).not.toThrow(/secret/);
  });
});

it('a pool is 1, 2 or 3', () => {
  const read = (pool: string) => readFlags([...switchFlag, '--database', 'x', '--pool', pool], {}).pool;
  expect([read('1'), read('2'), read('3')]).toEqual([1, 2, 3]);
  expect(() => read('4')).toThrow(/--pool/);
  expect(() => read('0')).toThrow(/--pool/);
});

it('the help names every flag', () => {
  const source = readFileSync(new URL('./flags.ts', import.meta.url), 'utf8');
  const names = [...source.matchAll(/^ {6}'?([a-z-]+)'?: \{ type:/gm)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(12);
  for (const name of names) expect(help).toContain(`  --${String(name)} `);
  expect([wantsHelp(['--help']), wantsHelp(['-h']), wantsHelp(switchFlag)]).toEqual([true, true, false]);
});
