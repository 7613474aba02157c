/** Both services speak TLS with a certificate of the company's own authority: what the assistant is told until the console trusts it, and that all works then. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { startWorld } from '../build/scripts/world';
import { demoPassword } from '../server/demo/world';
import { createAuthority } from '../shared/testing/certificates';
import { consoleDriver } from './fixtures/consoleDriver';
import { calm, openHost } from './fixtures/host';
import { switchDriver } from './fixtures/switchDriver';
import { kill, test as base, worldIn } from './fixtures/test';

const day = 24 * 60 * 60 * 1000;
const grace = '+442079460118';

interface Certificates {
  /** Files (PEM). */
  readonly certificate: string;
  readonly key: string;
  readonly authority: string;
  /** Of somebody who has nothing to do with the services. */
  readonly stranger: string;
}

const test = base.extend<{ certificates: Certificates }>({
  certificates: async ({}, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'assistant-console-certificates-'));
    const validity = { notBefore: new Date(Date.now() - day), notAfter: new Date(Date.now() + 90 * day) };
    const authority = await createAuthority('Example Authority', validity);
    const stranger = await createAuthority('Another Authority', validity);
    const { certificate, key } = await authority.issue(['127.0.0.1'], validity);
    const put = (name: string, text: string): string => {
      writeFileSync(path.join(folder, name), text);
      return path.join(folder, name);
    };
    await use({
      certificate: put('service.crt', certificate),
      key: put('service.key', key),
      authority: put('authority.crt', authority.certificate),
      stranger: put('stranger.crt', stranger.certificate),
    });
    rmSync(folder, { recursive: true, force: true });
  },

  world: async ({ certificates, clocks }, use) => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'assistant-console-world-'));
    const world = await startWorld({ ...worldIn(dataDir, clocks), tls: certificates });
    await use(world);
    await world.stop();
    rmSync(dataDir, { recursive: true, force: true });
  },

  page: async ({ world, hostKind, context }, use) => {
    const host = await openHost(hostKind, world, context, { clocks: calm, tls: true });
    await use(host.page);
    await host.stop();
  },
});

async function attempt(page: Page): Promise<void> {
  await page.getByLabel('User ID').fill('maya');
  await page.getByLabel('Password').fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Opens the server settings, has them changed and saves them. */
async function change(page: Page, edit: () => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: 'Server settings' }).click();
  const dialog = page.getByRole('dialog', { name: 'Server settings' });
  await edit();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
}

test('untrusted until the own authority is chosen; for another host name refused; then a failover over wss', async ({
  page,
  world,
  certificates,
}) => {
  const assistant = consoleDriver(page);
  const pbx = switchDriver(world.ports.switch);
  const dialog = page.getByRole('dialog', { name: 'Server settings' });
  const authority = dialog.getByRole('group', { name: 'Your company’s certificate authority' });
  const choose = (file: string) => authority.locator('input[type=file]').setInputFiles(file);

  await attempt(page);
  await expect(page.getByRole('alert')).toContainText('issued by nobody this console trusts');

  await change(page, async () => {
    await expect(dialog.getByRole('switch', { name: 'Primary: encrypted (TLS)' })).toBeChecked();
    await expect(authority).toContainText('None chosen');
    await choose(certificates.key);
    await expect(authority.getByRole('alert')).toContainText('private key');
    await choose(certificates.stranger);
    await expect(authority).toContainText('Another Authority');
    await expect(authority.getByRole('alert')).toHaveCount(0);
  });
  await attempt(page);
  await expect(page.getByRole('alert')).toContainText('issued by nobody this console trusts');

  await change(page, async () => {
    await choose(certificates.authority);
    await expect(authority).toContainText('Example Authority');
    await expect(authority).toContainText('Valid until');
    await dialog.getByLabel('Primary host').fill('localhost');
    await dialog.getByLabel('Backup host').fill('localhost');
  });
  await attempt(page);
  await expect(page.getByRole('alert')).toContainText('is for another host name');

  await change(page, async () => {
    await dialog.getByLabel('Primary host').fill('127.0.0.1');
    await dialog.getByLabel('Backup host').fill('127.0.0.1');
  });
  await assistant.signIn();
  await expect(assistant.connection).toContainText('Connected to primary');
  await pbx.press(grace, 'dial', '60001');
  await expect(assistant.call(/Anna Kowalska/)).toBeVisible();

  await kill(world, 'primary');
  await expect(assistant.connection).toContainText('Connected to backup');
  await page.keyboard.press('F2');
  await pbx.expectAt('39001', 'connected');
});

test('plain where the server wants TLS, and plain to another machine: nothing gets through, and why is said', async ({
  page,
}) => {
  const dialog = page.getByRole('dialog', { name: 'Server settings' });
  await change(page, async () => {
    for (const name of ['Primary', 'Backup']) {
      await dialog.getByLabel(`${name} host`).fill('ipma.example');
      await dialog.getByRole('switch', { name: `${name}: encrypted (TLS)` }).uncheck();
    }
    await expect(dialog.getByText('the console refuses to connect')).toHaveCount(2);
  });
  await attempt(page);
  await expect(page.getByRole('alert')).toContainText('may not speak to another machine without encryption');
});

test('the manager’s page is served over https, with cookies that never leave it', async ({ browser, world }) => {
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  const page = await context.newPage();
  await page.goto(`https://127.0.0.1:${world.ports.primary}/manager/`);
  await page.getByLabel('User ID').fill('ahaddad');
  await page.getByLabel('Password').fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('No assistant is online')).toBeVisible();
  const cookies = await context.cookies();
  expect(cookies.map(({ name, secure }) => [name, secure]).toSorted()).toEqual([
    ['ipma_device', true],
    ['ipma_session', true],
  ]);
  // It finds the other service by itself.
  await kill(world, 'primary');
  await expect(page).toHaveURL(new RegExp(`^https://127\\.0\\.0\\.1:${world.ports.backup}/manager/`));
  await expect(page.getByText('No assistant is online')).toBeVisible();
  await context.close();
});
