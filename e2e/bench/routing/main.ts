/**
 * npm run bench:routing -- [--calls 200000] [--rate 60] [--seconds 20] [--database postgres://…]
 * First the decision alone, then the whole path: see ./whole. How long the decision takes who gets a call, with 3,500 managers, 3,500 assistants all online, and lists of 100 patterns. The decision alone:
 * from the switch's request to what is sent back, without network, switch or consoles. Beside it, a look through all managers for the route point.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ownersOf } from '../../../server/calls/owners';
import { planRoute } from '../../../server/calls/router';
import { SwitchMirror } from '../../../server/calls/mirror';
import type { World } from '../../../server/calls/world';
import { parseParameters } from '../../../server/store/parameters';
import type { RouteRequest } from '../../../server/switch/port';
import { CallId, Dn } from '../../../shared/ids';
import { print, printMachine, printTable, timesHead, timesRow } from '../report';
import { seeded } from '../random';
import { fullCompany, managerDn } from './company';
import { pairs } from './people';
import { wholePath } from './whole';

const Flags = z.object({
  calls: z.coerce.number().int().min(1).default(200_000),
  rate: z.coerce.number().min(1).max(1_000).default(60),
  seconds: z.coerce.number().min(1).max(600).default(20),
  database: z.string().optional(),
});

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      calls: { type: 'string' },
      rate: { type: 'string' },
      seconds: { type: 'string' },
      database: { type: 'string' },
    },
  });
  const { calls, rate, seconds, database } = Flags.parse(values);
  decisions(calls);
  await wholePath({ rate, seconds, database });
}

function decisions(calls: number): void {
  printMachine(`routing: ${pairs} managers, ${pairs} assistants online, ${calls} calls, one process`, {});
  const random = seeded(3);
  const company = fullCompany(parseParameters(new Map([['rnaForwardCalls', 'true']])), random);
  const world: World = {
    company,
    mirror: new SwitchMirror(),
    online: new Set(company.assistants.keys()),
    inControl: true,
    nameOf: () => null,
  };
  const owners = ownersOf(company);
  const requests = Array.from({ length: calls }, (_, at) => request(at, random.below(pairs), random.below(10_000_000)));

  /** One by one, so that each has its time; all at once, since a clock costs about as much as a decision. */
  const decide = (asked: RouteRequest) => {
    const managerId = owners.atRoutePoint(asked.routePoint);
    const manager = managerId === null ? undefined : company.managers.get(managerId);
    return manager ? planRoute(world, manager, asked).steps.length : 0;
  };
  for (const asked of requests.slice(0, 20_000)) decide(asked);

  const times: number[] = [];
  let lost = 0;
  for (const asked of requests) {
    const began = performance.now();
    const steps = decide(asked);
    times.push(performance.now() - began);
    if (steps === 0) lost += 1;
  }
  const began = performance.now();
  for (const asked of requests) decide(asked);
  const perSecond = (calls / (performance.now() - began)) * 1_000;

  const scanned = requests.slice(0, 20_000).map((asked) => {
    const from = performance.now();
    for (const manager of company.managers.values()) {
      if (manager.dn !== asked.routePoint) continue;
      planRoute(world, manager, asked);
      break;
    }
    return performance.now() - from;
  });
  printTable(
    ['decision', ...timesHead],
    [
      ['as the service does', ...timesRow(times)],
      ['with a look through all managers', ...timesRow(scanned)],
    ],
  );
  print(`${Math.round(perSecond)} decisions a second; calls without a destination: ${lost}`);
}

function request(at: number, manager: number, caller: number): RouteRequest {
  return {
    routeId: `r${at}`,
    callId: CallId.parse(`c${at}`),
    routePoint: managerDn(manager),
    caller: { number: Dn.parse(`49${caller}`), name: null },
    forwardedTo: null,
    reason: 'incoming',
    tried: [],
  };
}

await main();
