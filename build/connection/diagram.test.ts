import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { withGenerated } from './diagram';
import { explore, shown } from './explore';

const page = readFileSync(path.join(import.meta.dirname, '../../docs/connection.md'), 'utf8');

describe('docs/connection.md', () => {
  it('says what the machine does: else run `npm run docs:connection`', () => {
    expect(page).toBe(withGenerated(page));
  });

  it('has a place for each generated part', () => {
    expect(() => withGenerated(page.replace('<!-- generated: diagram -->', ''))).toThrow('no place for diagram');
  });
});

describe('the walk through the machine', () => {
  const { edges, places } = explore();

  it('comes through every state', () => {
    expect(new Set(places.map(shown))).toEqual(
      new Set(['SignedOut', 'Connecting', 'SigningIn', 'Waiting', 'Live', 'Asking']),
    );
  });

  it('finds no way to be live but by a session that was asked for', () => {
    const ways = edges.filter(
      ({ from, to }) => (to === 'Live' || to === 'Asking') && from !== 'Live' && from !== 'Asking',
    );
    expect(ways).toEqual([{ from: 'SigningIn', to: 'Asking', on: 'session' }]);
  });

  it('finds nothing that a late word of an old socket does', () => {
    expect(edges.map(({ on }) => on)).not.toContain('late word of an old socket');
  });

  it('never ends a session because of a probe, or of time alone', () => {
    const ends = edges.filter(
      ({ from, to, on }) => to !== from && (from === 'Live' || from === 'Asking') && on === 'probe',
    );
    expect(ends.map(({ to }) => to)).not.toContain('Connecting');
    expect(ends.map(({ to }) => to)).not.toContain('Waiting');
    expect(
      edges.filter(({ on, from, to }) => on === 'time is up far too late' && from === 'Asking' && to !== 'Asking'),
    ).toEqual([]);
  });
});
