/**
 * `npm test`: everything, in order of cost, the checks beside the unit tests: each of the two keeps one core busy. Each check counts as one
 * test, each unit and end-to-end test as one.
 * The last line is `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { ensureChromium } from './chromium';
import { root } from './paths';
import { done, failed, step } from './report';

interface Tally {
  readonly passed: number;
  readonly failed: number;
}

interface Stage {
  readonly name: string;
  readonly command: readonly string[];
  /** Where the runner writes its report. */
  readonly report?: string;
  /** Reads the counts from it; without it the stage is one test. */
  readonly count?: (report: string) => Tally;
  readonly env?: Readonly<Record<string, string>>;
}

const bin = (name: string): string => path.join(root, 'node_modules', name);

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
});
const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
});

/** What runs at the same time: each lane in its own order. */
type Lanes = readonly (readonly Stage[])[];

/** In the order they come in. Reports, and what V8 writes of the desktop host, go below `folder`. */
function plan(folder: string): readonly Lanes[] {
  const build = { name: 'Build', command: [bin('tsx/dist/cli.mjs'), 'build/scripts/bundle.ts'] };
  const coverage = path.join(folder, 'desktop');
  return [
    [[build]],
    [checks, [unitTests(path.join(folder, 'unit.json'))]],
    [
      [
        endToEnd(path.join(folder, 'end-to-end.json'), coverage),
        {
          name: 'End-to-end tests have run every desktop module',
          command: [bin('tsx/dist/cli.mjs'), 'build/scripts/desktopCoverage.ts', coverage],
        },
      ],
    ],
  ];
}

const checks: readonly Stage[] = [
  { name: 'Types', command: [bin('typescript/bin/tsc'), '--noEmit'] },
  { name: 'Lint and zones', command: [bin('eslint/bin/eslint.js'), '--max-warnings', '0', '.'] },
  { name: 'Formatting', command: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
  { name: 'Unused code', command: [bin('knip/bin/knip.js')] },
];

function unitTests(report: string): Stage {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile=${report}`];
  return {
    name: 'Unit and service tests',
    command: [bin('vitest/vitest.mjs'), 'run', '--coverage', ...reporters],
    report,
    count(text) {
      const read = VitestReport.parse(JSON.parse(text));
      return { passed: read.numPassedTests, failed: read.numFailedTests || read.numFailedTestSuites };
    },
  };
}

function endToEnd(report: string, coverage: string): Stage {
  return {
    name: 'End-to-end tests in a browser',
    command: [bin('@playwright/test/cli.js'), 'test', '--reporter=list,json'],
    report,
    count(text) {
      const { stats, errors } = PlaywrightReport.parse(JSON.parse(text));
      // What passed only when tried again is said, so that it is looked into; a test that was skipped has shown nothing.
      if (stats.flaky > 0)
        console.log(`  Passed only at the second try, to be looked into: ${stats.flaky} (listed above)`);
      return { passed: stats.expected + stats.flaky, failed: stats.unexpected + stats.skipped + errors.length };
    },
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report, DESKTOP_COVERAGE: coverage },
  };
}

export async function runTests(argv: readonly string[]): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'assistant-console-test-'));
  const total = { passed: 0, failed: 0 };
  const only = argv.join(' ').toLowerCase();
  const inOrder = async (lane: readonly Stage[]): Promise<void> => {
    for (const stage of lane) {
      if (!stage.name.toLowerCase().includes(only)) continue;
      const tally = await runStage(stage);
      total.passed += tally.passed;
      total.failed += tally.failed;
    }
  };
  try {
    for (const lanes of plan(folder)) await Promise.all(lanes.map(inOrder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
}

async function runStage(stage: Stage): Promise<Tally> {
  step(`${stage.name} …`);
  const since = Date.now();
  const tally = await attempt(stage);
  const words = `${stage.name}: ${tally.passed} passed, ${tally.failed} failed (${((Date.now() - since) / 1000).toFixed(1)} s)`;
  (tally.failed === 0 ? done : failed)(words);
  return tally;
}

async function attempt(stage: Stage): Promise<Tally> {
  try {
    const chromiumPath = stage.name.startsWith('End-to-end') ? ensureChromium(step) : '';
    const code = await run(stage.command, {
      ...stage.env,
      ...(chromiumPath && { CHROMIUM_PATH: chromiumPath }),
    });
    if (!stage.count || stage.report === undefined)
      return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
    const tally = stage.count(readFileSync(stage.report, 'utf8'));
    // A runner that fails without a failed test (coverage below its threshold, an unhandled error) has failed all the same.
    return code === 0 || tally.failed > 0 ? tally : { ...tally, failed: 1 };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

function run(command: readonly string[], env: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...command], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
