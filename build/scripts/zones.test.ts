/** The zones are only worth something if a forbidden import is really an error. */
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { root } from './paths';

const eslint = new ESLint({ cwd: root });

async function rulesBrokenBy(filePath: string, text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath });
  return (result?.messages ?? []).map((message) => message.ruleId);
}

// The first file makes the linter read the whole program's types; that takes as long as it takes.
describe('zones', { timeout: 120_000 }, () => {
  it.each([
    ['shared/ids.ts', "import '../server/demo/world';", 'import-x/no-restricted-paths'],
    ['shared/ids.ts', "import 'node:fs';", 'no-restricted-imports'],
    ['shared/ids.ts', 'export const now = Date.now();', 'no-restricted-globals'],
    ['shared/ids.ts', 'export const chance = Math.random();', 'no-restricted-properties'],
    ['server/main.ts', "import '../renderer/main';", 'import-x/no-restricted-paths'],
    ['electron/core/core.ts', "import '../../server/demo/world';", 'import-x/no-restricted-paths'],
    ['electron/core/core.ts', "import 'electron';", 'no-restricted-imports'],
    ['electron/browser/main.ts', "import '../desktop/main';", 'import-x/no-restricted-paths'],
    ['renderer/main.tsx', "import '../electron/core/core';", 'import-x/no-restricted-paths'],
    ['renderer/main.tsx', "import 'node:fs';", 'no-restricted-imports'],
    ['server/main.ts', 'export const anything: any = 1;', '@typescript-eslint/no-explicit-any'],
  ])('%s may not say %s', async (file, text, rule) => {
    expect(await rulesBrokenBy(file, text)).toContain(rule);
  });

  it('and what is allowed passes', async () => {
    expect(await rulesBrokenBy('server/main.ts', "import '../shared/ids';")).toEqual([]);
  });
});
