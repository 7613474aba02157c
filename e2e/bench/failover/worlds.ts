/** Our side of the comparison: a switch and two services as processes of their own, and faults done to the active one. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startWorld, type World } from '../../../build/scripts/world';
import type { ServiceName } from '../../../shared/protocol/messages';
import { BenchConsole, type Failover } from './benchConsole';

export type Fault = 'kill' | 'silence';

/** Nothing takes longer than this, or it does not work (milliseconds). */
const patienceMs = 30_000;
const grace = '+442079460118';

export class BenchWorld {
  readonly #world: World;
  readonly #folder: string;
  readonly consoles: BenchConsole[] = [];

  private constructor(world: World, folder: string) {
    this.#world = world;
    this.#folder = folder;
  }

  /** With a call to Maya that is answered: it must be there after every failover. */
  static async open(): Promise<BenchWorld> {
    const folder = mkdtempSync(path.join(tmpdir(), 'assistant-console-bench-'));
    const ports = { switch: 0, primary: 0, backup: 0 };
    return new BenchWorld(await startWorld({ dataDir: folder, ports, callsPerMinute: 0 }), folder);
  }

  async join(userId: string, periodMs: number): Promise<BenchConsole> {
    await this.settled();
    const console = new BenchConsole(userId, this.#world.ports, periodMs);
    await console.logIn();
    this.consoles.push(console);
    return console;
  }

  /** Somebody rings, so that there is a call to be live again. */
  async ring(): Promise<void> {
    const response = await fetch(`http://127.0.0.1:${this.#world.ports.switch}/api/press`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ dn: grace, key: 'dial', number: '60001' }),
    });
    if (!response.ok) throw new Error(`nobody can ring: ${await response.text()}`);
    await until('the call', () => Promise.resolve(this.consoles.some(({ calls }) => calls.length > 0)));
  }

  /** Does it to the active service, waits for all consoles, and puts everything right again. */
  async suffer(fault: Fault, withinMs: number): Promise<(Failover | null)[]> {
    const name = await this.settled();
    const calls = new Map(this.consoles.map((console) => [console, console.calls.join()]));
    const { child } = this.#world.service(name);
    const at = performance.now();
    const waiting = this.consoles.map((console) => console.failover(at, withinMs));
    child.kill(fault === 'kill' ? 'SIGKILL' : 'SIGSTOP');
    const results = await Promise.all(waiting);
    for (const console of this.consoles)
      if (console.link.phase === 'live' && console.calls.join() !== calls.get(console))
        throw new Error(`${console.userId} shows other calls after the failover`);
    if (fault === 'kill') {
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      await this.#world.restart(name);
    } else child.kill('SIGCONT');
    return results;
  }

  /** One active, one standby, both well, every console live. Returns the active one. */
  async settled(): Promise<ServiceName> {
    let active: ServiceName = 'primary';
    await until('both services', async () => {
      const [primary, backup] = await Promise.all([this.#health('primary'), this.#health('backup')]);
      if (!primary || !backup) return false;
      active = primary.role === 'active' ? 'primary' : 'backup';
      const [mine, other] = active === 'primary' ? [primary, backup] : [backup, primary];
      const well = mine.role === 'active' && mine.routing === 'up' && other.role === 'standby' && other.store === 'up';
      return well && this.consoles.every(({ link }) => link.phase === 'live' && link.server === active);
    });
    return active;
  }

  async close(): Promise<void> {
    for (const console of this.consoles) console.close();
    await this.#world.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #health(name: ServiceName): Promise<{ role?: string; routing?: string; store?: string } | null> {
    try {
      const response = await fetch(`http://127.0.0.1:${this.#world.ports[name]}/healthz`);
      return (await response.json()) as { role?: string; routing?: string; store?: string };
    } catch {
      return null;
    }
  }
}

async function until(what: string, look: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!(await look())) {
    if (performance.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await delay(10);
  }
}
