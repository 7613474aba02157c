/** `npm run admin`: administration without editing tables. */
import { processConsole } from './console';
import { runAdmin } from './run';

process.exitCode = await runAdmin(process.argv.slice(2), processConsole());
