// Makes sure that Node is new enough and that the packages of the lock file are installed; then TypeScript can be imported.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Says which lock file `node_modules` was installed from. */
const stamp = `${root}node_modules/.installed-from`;

/** True when everything is ready; otherwise it has said what to do and set the exit code. */
export async function prepare() {
  process.chdir(root);
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    return stop(
      `Node ${process.versions.node} is too old: Assistant Console needs 20.19 or newer (https://nodejs.org).`,
    );
  }
  const lock = createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .digest('hex');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
    if (isBorrowed())
      return stop(
        'node_modules is a link to another folder, and what is installed there does not fit package-lock.json. Remove the link to install here.',
      );
    console.log('Installing packages (first run or changed lock file; about a minute) …');
    const started = Date.now();
    const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    if (code !== 0)
      return stop(
        'Installing failed; npm says why above. The usual reasons: the npm registry cannot be reached, the disk is full (600 MB are needed), or package-lock.json does not fit package.json.',
      );
    writeFileSync(stamp, lock);
    console.log(`Packages installed in ${Math.round((Date.now() - started) / 1000)} s.`);
  }
  const { register } = await import('tsx/esm/api');
  register();
  return true;
}

/** `npm ci` empties the folder: through a link it would empty somebody else's. */
function isBorrowed() {
  return lstatSync(`${root}node_modules`, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function stop(reason) {
  console.error(reason);
  process.exitCode = 1;
  return false;
}

/** npm draws its own progress on the terminal that it shares with us. */
function run(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
