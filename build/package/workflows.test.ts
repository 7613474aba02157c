/** The workflows cannot be run here, so what can be told from their text is: that they call what exists, may do little, and give no secret away. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { root } from '../scripts/paths';

const folder = path.join(root, '.github', 'workflows');
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));
const workflows = readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')] as const);
const find = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found = '']) => found);

describe.each(workflows)('%s', (_, text) => {
  it('runs scripts that there are', () => {
    const named = [...find(text, /npm run ([\w:-]+)/g), ...(/\bnpm test\b/.test(text) ? ['test'] : [])];
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('uses actions of GitHub itself, of a version that is named', () => {
    const used = find(text, /uses: (\S+)/g);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((action) => !/^actions\/[\w-]+@(v\d+|[0-9a-f]{40})$/.test(action))).toEqual([]);
  });

  it('may read, unless a job says otherwise, and keeps no token in the checkout', () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read\n/m);
    expect(find(text, /(write-all|pull_request_target)/g)).toEqual([]);
    expect(find(text, /(actions\/checkout)/g)).toHaveLength(find(text, /(persist-credentials: false)/g).length);
  });

  it('hands secrets over in the environment, never in a command', () => {
    const places = text.split('\n').filter((line) => line.includes('secrets.'));
    expect(places.filter((line) => !/^ +[A-Z_]+: \$\{\{ secrets\.[A-Z_]+ \}\}$/.test(line))).toEqual([]);
    // Nothing that somebody outside can write is put together into a command.
    expect(find(text, /(run: .*\$\{\{.*)/g)).toEqual([]);
  });

  it('is indented by spaces and says when it gives up', () => {
    expect(text).not.toContain('\t');
    expect(find(text, /(runs-on:)/g)).toHaveLength(find(text, /(timeout-minutes:)/g).length);
  });
});

it('a release is tested first, run as packed on three systems, signed where a person lets it, and a draft', () => {
  const release = new Map(workflows).get('release.yml') ?? '';
  expect(release).toMatch(/system: \[windows-latest, macos-latest, ubuntu-latest\]/);
  expect(release).toMatch(/package:\n {4}needs: test/);
  expect(release).toMatch(/draft:\n {4}needs: package/);
  const [, draft = ''] = release.split('  draft:\n');
  expect(release.split('UPDATE_FEED_PRIVATE_KEY')).toHaveLength(draft.split('UPDATE_FEED_PRIVATE_KEY').length);
  expect(draft).toContain('environment: release');
  expect(draft).toMatch(/gh release create .* --draft/);
  expect(find(release, /(npm run e2e:electron -- --packaged)/g)).toHaveLength(2);
});
