/** A console behind two lines that can be spoiled, and what must be true after whatever was done to it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import { bundles } from '../../build/scripts/paths';
import { startProcess, type RunningProcess } from '../../build/scripts/processes';
import { startWorld, type ServicePair, type World } from '../../build/scripts/world';
import type { BridgeState } from '../../shared/bridge';
import type { ConnectionId } from '../../shared/ids';
import { Digits } from '../../shared/protocol/commands';
import { consoleDriver, type ConsoleDriver } from '../fixtures/consoleDriver';
import { calm, short, type Clocks } from '../fixtures/host';
import { switchDriver, type SwitchDriver } from '../fixtures/switchDriver';
import { worldIn } from '../fixtures/test';
import { BridgeClient } from './bridgeClient';
import { FaultProxy } from './proxy';

const grace = '+442079460118';
/** Anna's number, and her proxy line at Maya's phone. */
const anna = '60001';
export const annaAtMaya = '39001';

export const other = (name: ServicePair): ServicePair => (name === 'primary' ? 'backup' : 'primary');

interface Place {
  readonly world: World;
  readonly lines: Readonly<Record<ServicePair, FaultProxy>>;
  readonly pbx: SwitchDriver;
  close(): Promise<void>;
}

async function openPlace(): Promise<Place> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'assistant-console-faults-'));
  const world = await startWorld(worldIn(dataDir, short));
  const lineTo = (name: ServicePair) => FaultProxy.open({ host: '127.0.0.1', port: world.ports[name] });
  const lines = { primary: await lineTo('primary'), backup: await lineTo('backup') };
  return {
    world,
    lines,
    pbx: switchDriver(world.ports.switch),
    async close() {
      await Promise.all([lines.primary.close(), lines.backup.close()]);
      await world.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

interface Health {
  readonly role: string;
  readonly consoles: number;
  readonly switch: string;
  readonly routing: string;
  readonly store: string;
}

export class Desk {
  readonly world: World;
  readonly lines: Place['lines'];
  readonly pbx: SwitchDriver;
  readonly page: Page;
  readonly screen: ConsoleDriver;
  readonly host: RunningProcess;
  readonly #bridge: BridgeClient;
  readonly #dataDir: string;
  /** Changes when the page is loaded anew. */
  readonly #loadedAt: number;
  #digit = 0;

  private constructor(place: Place, host: RunningProcess, page: Page, bridge: BridgeClient, more: [string, number]) {
    this.world = place.world;
    this.lines = place.lines;
    this.pbx = place.pbx;
    this.page = page;
    this.screen = consoleDriver(page);
    this.host = host;
    this.#bridge = bridge;
    [this.#dataDir, this.#loadedAt] = more;
  }

  /** Signed in, with Grace's call to Anna answered. */
  static async open(place: Place, context: BrowserContext, { periodMs }: Clocks): Promise<Desk> {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'assistant-console-host-'));
    const to = (name: ServicePair) => `127.0.0.1:${place.lines[name].port}`;
    const period = String(periodMs);
    const clock = fileURLToPath(new URL('./clockShift.mjs', import.meta.url));
    const host = await startProcess(
      'browser host',
      bundles.browserHost,
      [
        ...['--port', '0', '--data-dir', dataDir, '--primary', to('primary'), '--backup', to('backup')],
        ...['--heartbeat-interval-ms', period, '--request-timeout-ms', period],
      ],
      { NODE_OPTIONS: `--import=file://${clock}` },
    );
    const page = await context.newPage();
    await page.goto(String(host.ready['url']));
    const loadedAt = await page.evaluate(() => performance.timeOrigin);
    await consoleDriver(page).signIn();
    const cookies = await context.cookies(page.url());
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const bridge = await BridgeClient.open(Number(host.ready['port']), cookie);
    return new Desk(place, host, page, bridge, [dataDir, loadedAt]);
  }

  /** Grace calls Anna, Maya answers. */
  async talk(): Promise<void> {
    await this.pbx.press(grace, 'dial', anna);
    await expect(this.screen.call(/Anna Kowalska/)).toHaveAttribute('data-call-state', 'alerting');
    await this.page.keyboard.press('F2');
    await this.pbx.expectAt(annaAtMaya, 'connected');
    await expect(this.screen.call(/Anna Kowalska/)).toHaveAttribute('data-call-state', 'connected');
  }

  async active(): Promise<ServicePair> {
    await expect
      .poll(async () => [(await this.health('primary'))?.role, (await this.health('backup'))?.role].sort().join())
      .toBe('active,standby');
    return (await this.health('primary'))?.role === 'active' ? 'primary' : 'backup';
  }

  async health(name: ServicePair): Promise<Health | null> {
    try {
      const response = await fetch(`http://127.0.0.1:${this.world.ports[name]}/healthz`, {
        signal: AbortSignal.timeout(2_000),
      });
      return (await response.json()) as Health;
    } catch {
      return null;
    }
  }

  state(): Promise<BridgeState> {
    return this.#bridge.state();
  }

  /** Each press has a digit of its own, so that the switch shows which were carried out, and how often. */
  async press(): Promise<string> {
    const { connectionId } = await this.#call();
    this.#digit += 1;
    const digits = Digits.parse(String(this.#digit));
    return (await this.#bridge.give({ type: 'sendDigits', connectionId, digits })).status;
  }

  /** Resolves when the console says itself that it has no live link. */
  async noticed(): Promise<void> {
    await expect
      .poll(async () => (await this.state()).link.phase, { message: 'the loss is noticed', intervals: [20] })
      .not.toBe('live');
  }

  /** While there is no live link: told at once that it is not done. */
  async refusedMeanwhile(): Promise<void> {
    const outcome = await this.press();
    const { phase } = (await this.state()).link;
    if (phase !== 'live') expect(outcome).toBe('refused');
  }

  /** Both services, the switch, the core and the screen say the same; one socket; the page was never loaded anew. */
  async agrees(): Promise<void> {
    await expect(async () => {
      const [primary, backup] = [await this.health('primary'), await this.health('backup')];
      const active = primary?.role === 'active' ? 'primary' : 'backup';
      const well = { switch: 'up', store: 'up' };
      const wanted = [
        { ...well, role: 'active', routing: 'up', consoles: 1 },
        { ...well, role: 'standby', consoles: 0 },
      ];
      expect(active === 'primary' ? [primary, backup] : [backup, primary]).toMatchObject(wanted);

      const { link, console: shown } = await this.state();
      expect(link).toMatchObject({ phase: 'live', server: active });
      const lines = new Set((shown?.lines ?? []).map(({ lineId }) => lineId));
      const { calls } = await this.pbx.state();
      const atSwitch = calls.flatMap(({ callId, connections }) =>
        connections.filter(({ lineId }) => lines.has(lineId)).map((at) => `${callId} ${at.lineId} ${at.state}`),
      );
      const inCore = (shown?.calls ?? []).map((call) => `${call.callId} ${call.lineId} ${call.state}`);
      expect(inCore.sort()).toEqual(atSwitch.sort());
      const cards = this.page.getByRole('region', { name: 'My calls' }).locator('[data-call-state]');
      const onScreen = await cards.evaluateAll((all) => all.map((card) => card.getAttribute('data-call-state')));
      expect(onScreen.sort()).toEqual((shown?.calls ?? []).map(({ state }) => state as string).sort());
      expect(await this.screen.connection.textContent()).toContain(`Connected to ${active}`);

      expect({ [active]: this.lines[active].now, [other(active)]: this.lines[other(active)].now }).toEqual({
        [active]: 1,
        [other(active)]: 0,
      });
    }).toPass({ timeout: 30_000, intervals: [50, 100, 200] });
    expect(await this.page.evaluate(() => performance.timeOrigin), 'the page was not loaded anew').toBe(this.#loadedAt);
  }

  /** Every press has one outcome, and the switch has done exactly what was said. */
  async kept(): Promise<void> {
    const given = [...this.#bridge.given.values()];
    expect(given.length).toBeGreaterThan(0);
    const told = () =>
      given.every(({ first, later }) => first !== null && (first.status !== 'unknown' || later.length > 0));
    await expect.poll(told, { message: 'every command has an outcome' }).toBe(true);
    const { connection } = await this.pbx.expectAt(annaAtMaya, 'connected');
    for (const { command, first, later } of given) {
      if (command.type !== 'sendDigits') continue;
      const known = [first, ...later].map((outcome) => outcome?.status).filter((status) => status !== 'unknown');
      expect(known.length, `outcomes of ${command.digits}`).toBeLessThanOrEqual(1);
      const times = connection.digits.split(command.digits).length - 1;
      const allowed = { done: [1], refused: [0], unknown: [0, 1] }[known[0] ?? 'unknown'];
      expect(allowed, `${command.digits} is ${known[0] ?? 'unknown'}, done ${times} times`).toContain(times);
    }
  }

  async close(): Promise<void> {
    this.#bridge.close();
    await this.page.close();
    await this.host.stop();
    rmSync(this.#dataDir, { recursive: true, force: true });
  }

  async #call(): Promise<{ readonly connectionId: ConnectionId }> {
    const call = (await this.state()).console?.calls.find(({ state }) => state === 'connected');
    if (!call) throw new Error('there is no call to press digits in');
    return call;
  }
}

interface Fixtures {
  clocks: Clocks;
  desk: Desk;
}
interface OfWorker {
  placeOf: (file: string) => Promise<Place>;
}

const hasEnded = ({ exitCode, signalCode }: RunningProcess['child']): boolean =>
  exitCode !== null || signalCode !== null;

/** One world a file; a console of its own for each test, with everything put right again after it. */
export const test = base.extend<Fixtures, OfWorker>({
  clocks: [short, { option: true }],

  placeOf: [
    async ({}, use) => {
      let kept: { readonly file: string; readonly place: Place } | null = null;
      const end = async () => {
        await kept?.place.close();
        kept = null;
      };
      await use(async (file) => {
        if (kept?.file === file) return kept.place;
        await end();
        kept = { file, place: await openPlace() };
        return kept.place;
      });
      await end();
    },
    { scope: 'worker' },
  ],

  desk: async ({ placeOf, context, clocks }, use, info) => {
    // A fault takes its time, and what comes after it too.
    info.setTimeout(180_000);
    const place = await placeOf(info.file);
    const desk = await Desk.open(place, context, clocks);
    await use(desk);
    // Whatever a broken-off test has left.
    for (const name of ['primary', 'backup'] as const) {
      await place.lines[name].set({ kind: 'pass' });
      const { child } = place.world.service(name);
      if (hasEnded(child)) await place.world.restart(name);
      else child.kill('SIGCONT');
    }
    const { switch: pbx } = place.world;
    if (hasEnded(pbx.child)) await place.world.restartSwitch();
    else pbx.child.kill('SIGCONT');
    desk.host.child.kill('SIGCONT');
    await desk.close();
    await place.pbx.endAllCalls();
  },
});

export { calm, expect, short };
