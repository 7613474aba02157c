/** Runs the administration program as `npm run admin` would, on a test's store. */
import { processConsole } from '../admin/console';
import { runAdmin, type ExitCode } from '../admin/run';

export interface AdminRun {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

export async function admin(database: string, ...args: readonly string[]): Promise<AdminRun> {
  let out = '';
  let err = '';
  const code = await runAdmin(['--database', database, ...args], {
    ...processConsole(),
    env: {},
    out: (text) => (out += text),
    err: (text) => (err += text),
  });
  return { code, out, err };
}
