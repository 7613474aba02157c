// `npm test`: see build/start.mjs for why this is plain JavaScript. Everything after the installation is build/scripts/test.ts.
import { prepare } from './prepare.mjs';

if (await prepare()) {
  const { runTests } = await import('./scripts/test.ts');
  await runTests(process.argv.slice(2));
}
