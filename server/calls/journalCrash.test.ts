/**
 * A service is stopped at any step of a command, another takes over, the stopped one may wake up and go on: whatever the console is told is
 * what happened, and the switch is never asked twice.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { CommandId, Dn } from '../../shared/ids';
import type { Command } from '../../shared/protocol/commands';
import type { CommandResult } from '../../shared/protocol/messages';
import { fail } from '../../shared/result';
import type { SwitchCommand, SwitchPort } from '../switch/port';
import { Journal } from './journal';
import { lineId } from './testCompany';
import { TestService, user } from './testService';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

/** Where it stops: before it is begun, before the switch is asked, after the switch has done it, before the result is written; or not at all. */
const steps = ['turn', 'asking', 'asked', 'writing', 'never'] as const;

const kinds = fc.record({
  stopAt: fc.constantFrom(...steps),
  /** The stopped one goes on: before the console asks what became of it, after that, or never (it was killed). */
  wakes: fc.constantFrom('before', 'after', 'never'),
  /** The console's frame, or a copy of it, reaches the new service too. */
  repeated: fc.constantFrom('before', 'after', 'no'),
});

let service: TestService;
let commands = 0;

beforeAll(async () => {
  service = await TestService.open();
});
afterAll(() => service.close());

/** A door that something waits at until it is opened. */
function door() {
  let open: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  let reached: () => void = () => undefined;
  const arrived = new Promise<void>((resolve) => (reached = resolve));
  const pass = () => {
    reached();
    return passed;
  };
  return { open, arrived, pass };
}

it('is told the truth, and acts once at most', async () => {
  await fc.assert(
    fc.asyncProperty(kinds, async ({ stopAt, wakes, repeated }) => {
      const stop = door();
      /** How often the switch has been asked to act, by whoever was allowed to. */
      let acted = 0;
      let control = 0;
      const portOf = (epoch: () => number, doors: boolean): SwitchPort => ({
        async send(command: SwitchCommand) {
          if (command.type !== 'makeCall') return { ok: true, value: undefined };
          if (doors && stopAt === 'asking') await stop.pass();
          if (epoch() < control) return fail({ code: 'fenced', message: 'somebody newer' });
          acted += 1;
          if (doors && stopAt === 'asked') await stop.pass();
          return { ok: true, value: undefined };
        },
        takeControl: (epoch) => {
          control = epoch;
          return Promise.resolve({ ok: true, value: undefined });
        },
        listen: () => () => undefined,
        close: () => Promise.resolve(),
      });

      const first = await service.takeOver({ port: portOf(() => first.fence.epoch, true) });
      const old = new Journal(first);
      const maya = user('maya');
      const id = CommandId.parse(`command-${(commands += 1)}`);
      const command: Command = { type: 'makeCall', lineId: lineId('200'), to: Dn.parse('101') };
      const request = { id, command, deadline: Infinity };
      const running = old.run(maya, request, stopAt === 'turn' ? stop.pass() : Promise.resolve());
      if (stopAt === 'writing') {
        // The command is done, its result is not in the journal: as if the process ended right there.
        await running;
        await service.db.updateTable('commands').set({ state: 'begun', result: null }).where('id', '=', id).execute();
      } else await (stopAt === 'never' ? running : stop.arrived);

      const second = await service.takeOver({ port: portOf(() => second.fence.epoch, false) });
      const now = new Journal(second);
      if (wakes === 'before') {
        stop.open();
        await running;
      }
      const again = () => now.run(maya, request, Promise.resolve());
      if (repeated === 'before') await again();
      const told = await now.outcome(maya, id);
      const whenTold = acted;
      if (wakes === 'after') {
        stop.open();
        await running;
      }
      if (repeated === 'after') await again();

      expect(acted).toBeLessThanOrEqual(1);
      expect(await now.outcome(maya, id)).toEqual(told);
      expect(acted, 'nothing happens once the console was told').toBe(whenTold);
      const seen: Record<CommandResult['status'], readonly number[]> = {
        done: [1],
        refused: [0],
        unknown: told.status === 'unknown' && told.begun ? [0, 1] : [0],
      };
      expect(seen[told.status]).toContain(acted);
      stop.open();
    }),
    { numRuns: 120 },
  );
});
