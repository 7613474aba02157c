// `npm start`: plain JavaScript, because on a fresh clone nothing is installed yet. Everything after that is build/scripts/start.ts.
import { prepare } from './prepare.mjs';

if (await prepare()) {
  const { start } = await import('./scripts/start.ts');
  await start(process.argv.slice(2));
}
