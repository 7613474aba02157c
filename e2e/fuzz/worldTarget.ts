/** The primary service of a world of processes, as a target. */
import type { World } from '../../build/scripts/world';
import type { ServiceTarget } from './serviceTarget';

const grace = '+442079460118';
const anna = '60001';

export function targetIn(world: World): ServiceTarget {
  const { ports } = world;
  const press = async (dn: string, key: string, number?: string) => {
    const response = await fetch(`http://127.0.0.1:${ports.switch}/api/press`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ dn, key, ...(number !== undefined && { number }) }),
    });
    if (!response.ok) throw new Error(`${key} at ${dn}: ${await response.text()}`);
  };
  return {
    port: ports.primary,
    ring: () => press(grace, 'dial', anna),
    hangUp: () => press(grace, 'hangUp'),
    async heap() {
      const response = await fetch(`http://127.0.0.1:${ports.primary}/metrics`);
      const value = /^ipma_nodejs_heap_size_used_bytes (\S+)$/m.exec(await response.text())?.[1];
      return Number(value);
    },
    async isWell() {
      const response = await fetch(`http://127.0.0.1:${ports.primary}/healthz`);
      const { role } = (await response.json()) as { role?: string };
      return role === 'active' && world.service('primary').child.exitCode === null;
    },
  };
}
