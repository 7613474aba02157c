/** No path to a telephone: whatever the replay page imports, at once or later, none of it is the bridge, the connection or the sending of commands. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { root } from './paths';

/** What can reach a live console: the bridge to the host and the actions that speak through it. `noEval` only sets up zod. */
const forbidden =
  /^(renderer\/bridge\/(?!noEval\.ts$)|renderer\/(main|App)\.tsx$|renderer\/store\/(app|applyPush|batches|searcher|putThrough)\.ts$|electron\/|server\/)/;
const words = /consoleBridge|new WebSocket|new EventSource|XMLHttpRequest|sendBeacon|ipcRenderer/;

/** Every file of ours that a module reaches at run time; types are nothing at run time. */
function reached(entry: string): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (file: string): void => {
    const name = relative(root, file);
    if (found.has(name)) return;
    const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ESNext, jsx: ts.JsxEmit.ReactJSX },
      fileName: file,
    });
    found.set(name, outputText);
    for (const { fileName } of ts.preProcessFile(outputText, true, true).importedFiles) {
      if (!fileName.startsWith('.')) continue;
      const next = sourceOf(join(dirname(file), fileName));
      if (next !== null) walk(next);
    }
  };
  walk(entry);
  return found;
}

function sourceOf(path: string): string | null {
  if (/\.(css|json|svg)$/.test(path)) return null;
  const found = ['', '.ts', '.tsx', '/index.ts', '/index.tsx']
    .map((ending) => path + ending)
    .find((one) => /\.tsx?$/.test(one) && existsSync(one));
  if (found === undefined) throw new Error(`no file for ${path}`);
  return found;
}

const replay = reached(join(root, 'renderer/replay/main.tsx'));

it('the walk goes all the way: panels, reader and what is loaded later are in it', () => {
  for (const file of [
    'renderer/panels/calls/CallsPanel.tsx',
    'shared/session/open.ts',
    'renderer/replay/Replay.tsx',
    'renderer/strings/en/later.ts',
  ])
    expect([...replay.keys()]).toContain(file);
});

it('the replay page reaches no bridge, no host and no actions of a live console', () => {
  expect([...replay.keys()].filter((file) => forbidden.test(file))).toEqual([]);
});

it('nor does any of its files speak to anybody by itself', () => {
  expect([...replay].filter(([, text]) => words.test(text)).map(([file]) => file)).toEqual([]);
  const fetching = [...replay].filter(([, text]) => /\bfetch\(/.test(text)).map(([file]) => file);
  expect(fetching).toEqual(['renderer/replay/opening/sources.ts']);
});

it('the same walk finds them in the console', () => {
  const live = [...reached(join(root, 'renderer/main.tsx')).keys()];
  expect(live.filter((file) => forbidden.test(file)).length).toBeGreaterThan(5);
});
