/** A console whose service says what the test tells it to: for facts that no phone system of this size has. */
import type { BrowserContext, Page } from '@playwright/test';
import {
  emptyState,
  startScriptedService,
  type Connection,
  type ScriptedService,
} from '../../electron/core/testing/scriptedService';
import { ConsoleState, type CallView, type ConsoleEvent } from '../../shared/calls/model';
import { StampedEvent } from '../../shared/protocol/messages';
import { openHost } from '../fixtures/host';

export interface ScriptedConsole {
  readonly page: Page;
  readonly connection: Connection;
  /** Events as one frame, in the order of their numbers. */
  say(events: readonly ConsoleEvent[]): void;
  stop(): Promise<void>;
}

/** Signed in, with these facts. */
export async function scriptedConsole(context: BrowserContext, facts: object): Promise<ScriptedConsole> {
  const service: ScriptedService = await startScriptedService();
  const host = await openHost('browser', { ports: { primary: service.address.port, backup: 2 } }, context);
  const { page } = host;
  await page.getByLabel('User ID').fill('maya');
  await page.getByLabel('Password').fill('anything');
  await page.getByRole('button', { name: 'Sign in' }).click();
  const connection = await service.connection();
  await connection.accept({ snapshot: ConsoleState.parse({ ...emptyState, ...facts }) });
  void answerPings(connection);
  await page.getByRole('region', { name: 'My calls' }).waitFor();
  let seq = 0;
  return {
    page,
    connection,
    say(events) {
      const stamped = events.map((event) => {
        seq += 1;
        return StampedEvent.parse({ epoch: 1, seq, at: 0, event });
      });
      connection.say({ type: 'events', serverTime: 0, events: stamped });
    },
    stop: async () => {
      await host.stop();
      await service.close();
    },
  };
}

/** For ever: what is asked after the end is never answered. */
async function answerPings(connection: Connection): Promise<void> {
  for (;;) {
    const { id } = await connection.next('ping');
    connection.say({ type: 'pong', id });
  }
}

export const manyLines = 33;

/** A manager of this number; the name is the test's. */
export function managerFacts(index: number, name: string): object {
  return {
    managerId: `manager-${index}`,
    name,
    dn: String(60_001 + index),
    assistants: [{ userId: 'maya', name: 'Maya', online: true }],
    defaultAssistant: 'maya',
    activeAssistant: 'maya',
    currentCall: null,
    forwardedTo: null,
    intercomDn: null,
    hasVoicemail: true,
    messageWaiting: false,
    doNotDisturb: false,
    assistantWatch: true,
    alertTone: true,
    divertAll: false,
    divertTarget: { kind: 'activeAssistant' },
    filterOn: true,
    filterMode: 'inclusive',
    inclusive: [],
    exclusive: [],
  };
}

export function lineFacts(index: number, label: string): object {
  return {
    lineId: `line-${index}`,
    dn: String(39_001 + index),
    kind: 'manager',
    managerId: `manager-${index}`,
    label,
    inUseElsewhere: false,
  };
}

/** A call that rings, number `index` since the day began, at one of the lines in turn. */
export function ringingCall(index: number, name: string): CallView {
  const line = index % manyLines;
  const call = {
    connectionId: `connection-${index}`,
    callId: `call-${index}`,
    lineId: `line-${line}`,
    state: 'alerting',
    direction: 'in',
    party: { number: `+4420794${String(60_000 + index)}`, name },
    managerId: `manager-${line}`,
    forwardedBy: null,
    startedAt: index,
    answeredAt: null,
    stateSince: index,
    parties: 2,
    members: [],
    consultation: null,
  };
  return ConsoleState.shape.calls.element.parse(call);
}
