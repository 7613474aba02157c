/** `npm run replay`: what is in a recording, for support staff without a window. */
import { run } from './run';

// `| head` closes the pipe when it has seen enough.
process.stdout.on('error', () => process.exit());
process.exitCode = await run(process.argv.slice(2), {
  print: (text) => void process.stdout.write(`${text}\n`),
  complain: (text) => void process.stderr.write(`${text}\n`),
});
