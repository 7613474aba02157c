/** The simulated switch at the limits of a cluster, as a process of its own; callers dial at a given rate. Started by bench:routing. */
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { systemClock } from '../../../server/switch/sim/clock';
import { SimSwitch } from '../../../server/switch/sim/switch';
import { startSwitchApp } from '../../../server/switch/web/app';
import { CallId, type LineId } from '../../../shared/ids';
import { seeded } from '../random';
import { callerOf, callers, managerOf, pairs } from '../routing/people';
import { fullPlan } from '../routing/plan';
import { Order, type Report } from './protocol';

/** How long a call rings before its caller gives up, milliseconds. */
const ringMs = 2_000;
const routeTimeoutMs = 1_500;

const plan = fullPlan();
const sim = new SimSwitch({ plan, clock: systemClock, newId: randomUUID, routeTimeoutMs });
const log = pino({ level: 'warn' }, pino.destination({ dest: 2, sync: true }));
const app = await startSwitchApp({ sim, demo: { plan, listings: [] }, log, phonesDir: '/nowhere', port: 0 });

const tell = (report: Report) => process.send?.(report);
tell({ type: 'ready', port: app.port });
process.on('message', (message) => void run(Order.parse(message)));
process.on('disconnect', () => process.exit(0));

async function run({ rate, seconds }: Order): Promise<void> {
  const random = seeded(5);
  const dialledAt = new Map<CallId, { readonly at: number; readonly from: LineId }>();
  const times: number[] = [];
  let [dialled, refused, elsewhere] = [0, 0, 0];
  const stop = sim.subscribe((event) => {
    if (event.type !== 'call') return;
    const call = dialledAt.get(event.call.callId);
    const rings = event.call.connections.find(({ direction, state }) => direction === 'in' && state === 'alerting');
    if (!call || !rings) return;
    dialledAt.delete(event.call.callId);
    if (rings.lineId.startsWith('p')) times.push(performance.now() - call.at);
    else elsewhere += 1;
    const { callId } = event.call;
    setTimeout(() => sim.execute({ type: 'clearConnection', callId, lineId: call.from }), ringMs);
  });
  const cpu = process.cpuUsage();
  const began = performance.now();
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const passed = performance.now() - began;
      // What a late timer missed is made up for: the rate is kept.
      for (const due = Math.min(passed / 1_000, seconds) * rate; dialled < due; dialled += 1) {
        const callId = CallId.parse(randomUUID());
        const from = callerOf(dialled % callers).lineId;
        dialledAt.set(callId, { at: performance.now(), from });
        const outcome = sim.execute({ type: 'makeCall', callId, lineId: from, to: managerOf(random.below(pairs)).dn });
        if (outcome.ok) continue;
        refused += 1;
        dialledAt.delete(callId);
      }
      if (passed < seconds * 1_000) return;
      clearInterval(timer);
      resolve();
    }, 2);
  });
  const took = (performance.now() - began) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  // Beyond the route time-out every call rings somewhere, or is lost.
  await new Promise((resolve) => setTimeout(resolve, routeTimeoutMs + 500));
  stop();
  const lost = dialledAt.size;
  tell({ type: 'done', times, dialled, refused, elsewhere, lost, seconds: took, cpuSeconds: (user + system) / 1e6 });
}
