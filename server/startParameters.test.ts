/** A service started without `--port` listens where the parameter says, and without `--peer` finds the other by its address. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';
import { expect, it, vi } from 'vitest';
import { defaultPort } from '../shared/protocol/messages';
import { parseParameters } from './store/parameters';
import { peerAddress, readStartParameters, withPort } from './startParameters';
import { admin } from './testing/adminRun';
import { sqlite } from './testing/stores';

vi.setConfig({ testTimeout: 60_000 });

it('listens on the stored port', async () => {
  const store = await sqlite.create('demo');
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  expect(await admin(store.url, 'parameters', 'set', 'serverPort', String(port))).toMatchObject({ code: 0 });
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const flags = ['--database', store.url, '--switch', 'ws://127.0.0.1:1/cti', '--log-level', 'silent'];
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...flags], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  child.kill('SIGTERM');
  await once(child, 'close');
  await store.destroy();
  expect(line).toBe(`READY {"port":${port},"name":"primary"}`);
});

it('uses the defaults, and says so, when the database cannot be read', async () => {
  const warn = vi.fn();
  const parameters = await readStartParameters('/nowhere/at/all.sqlite', { warn });
  expect(parameters).toMatchObject({ serverPort: defaultPort, primaryServer: null, backupServer: null });
  expect(warn).toHaveBeenCalledWith(
    expect.objectContaining({ port: defaultPort }),
    expect.stringContaining('defaults'),
  );
});

it('the other service of pool 1 is where its parameter says', () => {
  const stored = { primaryServer: 'a.example', backupServer: '10.0.0.6:4000', serverPort: '3000' };
  const parameters = parseParameters(new Map(Object.entries(stored)));
  expect(peerAddress(parameters, 'primary', 1, 'ws')).toBe('ws://10.0.0.6:4000');
  expect(peerAddress(parameters, 'backup', 1, 'wss')).toBe('wss://a.example:3000');
  expect(peerAddress(parameters, 'backup', 2, 'ws')).toBeUndefined();
  expect(peerAddress(parseParameters(new Map()), 'primary', 1, 'wss')).toBeUndefined();
});

it.each([
  ['host', 'host:5'],
  ['host:7', 'host:7'],
  ['[::1]', '[::1]:5'],
  ['[::1]:7', '[::1]:7'],
])('%s is %s', (address, full) => expect(withPort(address, 5)).toBe(full));
