/** Scenes for looking at calls: a half-done transfer, a conference, long and right-to-left names, very many calls. */
import { ConsoleState, type CallView, type LineView } from '../../shared/calls/model';
import { busy } from './scenes';

type Loose<T> = { [K in keyof T]?: unknown };

function call(id: string, lineId: string, now: number, more: Loose<CallView>): unknown {
  return {
    connectionId: `${id}@${lineId}`,
    callId: id,
    lineId,
    state: 'connected',
    direction: 'in',
    party: { number: '+493055570142', name: 'Peter Brandt' },
    managerId: null,
    forwardedBy: null,
    startedAt: now - 90_000,
    answeredAt: now - 84_000,
    stateSince: now - 20_000,
    parties: 2,
    members: [],
    consultation: null,
    ...more,
  };
}

function intercom(dn: string, managerId: string, label: string): Loose<LineView> {
  return { lineId: `line-${dn}`, dn, kind: 'intercom', managerId, label, inUseElsewhere: false };
}

function withCalls(now: number, calls: unknown[], lines: unknown[] = []): ConsoleState {
  const base = busy(now);
  const managers = base.managers.map((manager, index) => ({
    ...manager,
    intercomDn: index < 2 ? `5200${index + 1}` : null,
  }));
  return ConsoleState.parse({ ...base, calls, managers, lines: [...base.lines, ...lines] });
}

const intercoms = [intercom('52001', 'akowalska', 'Anna Kowalska'), intercom('52002', 'jtanaka', 'Jun Tanaka')];

const asked = { number: '60002', name: 'Jun Tanaka' };

/** A consult transfer waits to be completed while another call rings. */
export function halfDone(now: number): ConsoleState {
  const [held, consulted] = ['a@line-39001', 'b@line-39001'];
  return withCalls(
    now,
    [
      call('a', 'line-39001', now, {
        state: 'hold',
        managerId: 'akowalska',
        consultation: { purpose: 'transfer', side: 'held', other: consulted },
      }),
      call('b', 'line-39001', now, {
        direction: 'out',
        managerId: 'akowalska',
        party: asked,
        startedAt: now - 20_000,
        consultation: { purpose: 'transfer', side: 'consulted', other: held },
      }),
      call('c', 'line-39002', now, {
        state: 'alerting',
        managerId: 'jtanaka',
        party: { number: null, name: null },
        startedAt: now - 4_000,
        answeredAt: null,
      }),
    ],
    intercoms,
  );
}

const names = ['Peter Brandt', 'Amira Haddad', '林怡君 Lin Yi-Chun', 'ليلى حسن', 'Sofia Rossi', 'Olivia Grant'];

/** A conference with many members, another call to join, and names that are hard to show. */
export function conference(now: number): ConsoleState {
  const members = names.map((name, index) => ({ number: `1${200 + index}`, name }));
  return withCalls(
    now,
    [
      call('a', 'line-39001', now, { managerId: 'akowalska', parties: 7, members }),
      call('b', 'line-2001', now, { state: 'hold', party: { number: '1044', name: 'ليلى حسن بنت عبد الرحمن' } }),
      call('c', 'line-39003', now, {
        state: 'hold',
        managerId: 'ahaddad',
        party: { number: '1044', name: 'Very '.repeat(60) },
      }),
      call('d', 'line-39002', now, {
        state: 'alerting',
        managerId: 'jtanaka',
        party: { number: '+886255500199', name: 'Tab\there\u0007 and \u202eturned\u202c round' },
        forwardedBy: { number: '1000', name: 'Reception of the third floor, behind the lifts' },
        answeredAt: null,
      }),
      call('e', 'line-52001', now, { direction: 'out', party: { number: '52001', name: 'Anna Kowalska' } }),
      call('f', 'line-2001', now, {
        state: 'fail',
        direction: 'out',
        party: { number: '99999', name: null },
        answeredAt: null,
      }),
    ],
    intercoms,
  );
}

/** 33 managers with five lines each and 500 calls. */
export function manyCalls(now: number): ConsoleState {
  const base = busy(now);
  const managers = Array.from({ length: 33 }, (_, index) => {
    const like = base.managers[index % base.managers.length];
    return { ...like, managerId: `m${index}`, name: `${like?.name ?? ''} ${index + 1}`, dn: String(60_101 + index) };
  });
  const lines = managers.flatMap(({ managerId, name }, index) =>
    Array.from({ length: 5 }, (_, line) => ({
      lineId: `line-${index}-${line}`,
      dn: String(39_000 + index * 5 + line),
      kind: 'manager',
      managerId,
      label: name,
      inUseElsewhere: false,
    })),
  );
  const calls = Array.from({ length: 500 }, (_, index) => {
    const line = lines[(index * 7) % 120];
    return call(`n${index}`, line?.lineId ?? 'line-0-0', now, {
      managerId: line?.managerId,
      state: index % 3 === 0 ? 'alerting' : index % 3 === 1 ? 'hold' : 'connected',
      answeredAt: index % 3 === 0 ? null : now - index * 900,
      startedAt: now - index * 1_000,
      party: { number: `+4930${5_550_000 + index}`, name: `${names[index % names.length] ?? ''} ${index}` },
    });
  });
  return ConsoleState.parse({ ...base, managers, lines: [...lines, ...base.lines.slice(-1)], calls });
}

/** Many lines, nothing going on: idle lines are folded. */
export function manyLines(now: number): ConsoleState {
  return { ...manyCalls(now), calls: [] };
}
