/**
 * Which functions of `electron/desktop` have run in the end-to-end tests: `tsx build/scripts/desktopCoverage.ts FOLDER` reads what V8 wrote there
 * (`NODE_V8_COVERAGE`), prints a line a module, and fails where a module has none that ran: such a module would be shown by nothing.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { bundles, root } from './paths';

const Coverage = z.object({
  result: z.array(
    z.object({
      url: z.string(),
      functions: z.array(
        z.object({
          functionName: z.string(),
          ranges: z.array(z.object({ startOffset: z.number(), endOffset: z.number(), count: z.number() })).min(1),
        }),
      ),
    }),
  ),
});

interface Known {
  readonly name: string;
  readonly offset: number;
  calls: number;
}

export interface ModuleCoverage {
  readonly module: string;
  readonly functions: number;
  readonly neverCalled: readonly string[];
}

const modules = path.join('electron', 'desktop');

/** `written`: texts of V8's files. Only modules with functions are listed, by name. */
export function desktopCoverage(written: readonly string[], bundle: string, map: SourceMapPayload): ModuleCoverage[] {
  const functions = new Map<string, Known>();
  for (const text of written) {
    const { result } = Coverage.parse(JSON.parse(text));
    const ours = result.find(({ url }) => url.startsWith('file:') && fileURLToPath(url) === bundles.desktop);
    for (const { functionName, ranges } of ours?.functions ?? []) {
      const [whole] = ranges;
      if (whole === undefined) continue;
      const key = `${whole.startOffset}-${whole.endOffset}`;
      const known = functions.get(key) ?? { name: functionName, offset: whole.startOffset, calls: 0 };
      known.calls += whole.count;
      functions.set(key, known);
    }
  }
  return byModule([...functions.values()], bundle, map);
}

function byModule(functions: readonly Known[], bundle: string, payload: SourceMapPayload): ModuleCoverage[] {
  const map = new SourceMap(payload);
  const starts = lineStarts(bundle);
  const found = new Map<string, Known[]>();
  for (const one of functions) {
    const line = starts.findLastIndex((start) => start <= one.offset);
    const entry = map.findEntry(line, one.offset - (starts[line] ?? 0));
    const source = 'originalSource' in entry ? entry.originalSource : undefined;
    const file = source === undefined ? null : path.resolve(path.dirname(bundles.desktop), source);
    const module = file === null ? '' : path.relative(root, file);
    if (path.dirname(module) !== modules) continue;
    found.set(module, [...(found.get(module) ?? []), one]);
  }
  return [...found]
    .map(([module, all]) => ({
      module,
      functions: all.length,
      neverCalled: all.filter(({ calls }) => calls === 0).map(({ name }) => (name === '' ? '(unnamed)' : name)),
    }))
    .sort((a, b) => (a.module < b.module ? -1 : 1));
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function main(folder: string): void {
  const written = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'));
  const map = JSON.parse(readFileSync(`${bundles.desktop}.map`, 'utf8')) as SourceMapPayload;
  const all = desktopCoverage(written, readFileSync(bundles.desktop, 'utf8'), map);
  let ran = 0;
  let functions = 0;
  for (const { module, functions: count, neverCalled } of all) {
    functions += count;
    ran += count - neverCalled.length;
    console.log(
      `${module}: ${count - neverCalled.length} of ${count}${neverCalled.length > 0 ? `, never: ${neverCalled.join(', ')}` : ''}`,
    );
  }
  console.log(`${all.length} modules, ${ran} of ${functions} functions have run`);
  const untouched = all.filter(({ functions: count, neverCalled }) => neverCalled.length === count);
  for (const { module } of untouched) console.error(`Nothing of ${module} has run in any end-to-end test.`);
  if (untouched.length > 0 || all.length === 0) process.exitCode = 1;
}

const [, script, folder] = process.argv;
if (script?.endsWith('desktopCoverage.ts') === true && folder !== undefined) main(folder);
