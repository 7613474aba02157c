/** What every switch behind the port must do: calls of two, where they go, voicemail, lines of other kinds. */
import { describe, expect, it } from 'vitest';
import { Dn, PhoneId } from '../../../shared/ids';
import type { SwitchCommand } from '../port';
import {
  SwitchUnderTest,
  asked,
  atLine,
  boxOf,
  dial,
  line,
  newCall,
  select,
  story,
  until,
  type Service,
} from './harness';

const at = new SwitchUnderTest();

describe('a switch behind the port', () => {
  it('begins with a snapshot of phones and calls', async () => {
    const first = await at.connected(1);
    await first.port.send(dial('1001', '1002'));
    const second = await at.connected();
    expect(second.snapshots[0]?.phones.length).toBeGreaterThan(200);
    expect(second.snapshots[0]?.calls).toHaveLength(1);
  });

  it('makes, answers, holds, retrieves and clears a call, told as events', async () => {
    const service = await at.connected(1);
    const callId = newCall();
    const there = { callId, lineId: line('1002') };
    const commands: SwitchCommand[] = [
      dial('1001', '1002', callId),
      { type: 'answerCall', ...there },
      { type: 'holdCall', ...there },
      { type: 'retrieveCall', ...there },
      { type: 'clearConnection', ...there },
    ];
    for (const command of commands) expect(await service.port.send(command)).toEqual({ ok: true, value: undefined });
    expect(story(service)).toEqual([
      'originated: 1001 initiated',
      'delivered: 1001 alerting, 1002 alerting',
      'established: 1001 connected, 1002 connected',
      'held: 1001 connected, 1002 hold',
      'retrieved: 1001 connected, 1002 connected',
      'callCleared',
    ]);
  });

  it('transfers and deflects', async () => {
    const service = await at.connected(1);
    const callId = newCall();
    await service.port.send(dial('1001', '1002', callId));
    const to = (number: string) => ({ kind: 'number', number: Dn.parse(number) }) as const;
    await service.port.send({ type: 'deflectCall', callId, lineId: line('1002'), to: to('1003') });
    await service.port.send({ type: 'answerCall', callId, lineId: line('1003') });
    await service.port.send({ type: 'singleStepTransfer', callId, lineId: line('1003'), to: to('1004') });
    expect(story(service).slice(2)).toEqual([
      'diverted: 1001 alerting, 1003 alerting',
      'established: 1001 connected, 1003 connected',
      'transferred: 1001 alerting, 1004 alerting',
    ]);
  });

  it('refuses with a code and changes nothing', async () => {
    const service = await at.connected(1);
    const there = { callId: newCall(), lineId: line('1002') };
    expect(await service.port.send({ type: 'answerCall', ...there })).toMatchObject({ error: { code: 'noSuchCall' } });
    await service.port.send(dial('1001', '1002', there.callId));
    expect(await service.port.send({ type: 'holdCall', ...there })).toMatchObject({ error: { code: 'staleState' } });
    const nobody = { kind: 'number', number: Dn.parse('999999') } as const;
    const deflected = await service.port.send({ type: 'deflectCall', ...there, to: nobody });
    expect(deflected).toMatchObject({ error: { code: 'cannotDial' } });
    expect(story(service)).toHaveLength(2);
  });

  it('says whether somebody has a number, and calls nobody', async () => {
    const service = await at.connected(1);
    const check = (number: string) => service.port.send({ type: 'checkNumber', number: Dn.parse(number) });
    expect(await check('60001')).toMatchObject({ ok: true });
    expect(await check('999999')).toMatchObject({ error: { code: 'cannotDial' } });
    expect(story(service)).toEqual([]);
  });

  it('marks do not disturb', async () => {
    const service = await at.connected(1);
    await service.port.send({ type: 'setDoNotDisturb', phoneId: PhoneId.parse('phone-60001'), on: true });
    expect(service.events).toMatchObject([{ type: 'phone', phone: { name: 'Anna Kowalska', doNotDisturb: true } }]);
  });

  it('asks the service in control where a manager’s call goes', async () => {
    const service = await at.connected(1);
    await service.port.send(dial('1001', '60001'));
    const asked = service.events.find((event) => event.type === 'routeRequest');
    expect(asked).toMatchObject({ request: { routePoint: '60001', caller: { number: '1001' } } });
    const routeId = asked?.type === 'routeRequest' ? asked.request.routeId : '';
    const to = { kind: 'line', lineId: line('39001') } as const;
    expect(await service.port.send({ type: 'routeSelect', routeId, to, noAnswerMs: null })).toMatchObject({ ok: true });
    expect(story(service).at(-1)).toBe('delivered: 1001 alerting, 39001 alerting');
  });
});

describe('a call that nobody answers', () => {
  const rung = async (service: Service, noAnswerMs: number) => {
    await service.port.send(dial('1001', '60001'));
    await select(service, atLine('39001'), noAnswerMs);
    await until(() => expect(asked(service).reason).toBe('noAnswer'));
  };

  it('is asked about again, with where it has rung, and moves on', async () => {
    const service = await at.connected(1);
    await rung(service, 5);
    expect(asked(service)).toMatchObject({ routePoint: '60001', tried: ['line-39001'] });
    expect(story(service).at(-2)).toBe('delivered: 1001 alerting, 39001 alerting');
    expect(await select(service, atLine('38001'), 5)).toMatchObject({ ok: true });
    await until(() => expect(asked(service).tried).toEqual(['line-39001', 'line-38001']));
    expect(await select(service, boxOf('60001'))).toMatchObject({ ok: true });
    expect(story(service).at(-1)).toBe('established: 1001 connected, 7000 connected');
  });

  it('rings on when the destination cannot be reached, or the service wants it to', async () => {
    const service = await at.connected(1);
    await rung(service, 5);
    expect(await select(service, boxOf('1001'))).toMatchObject({ error: { code: 'cannotDial' } });
    const { routeId } = asked(service);
    expect(await service.port.send({ type: 'routeEnd', routeId })).toMatchObject({ ok: true });
    expect(await service.port.send({ type: 'routeEnd', routeId })).toMatchObject({ error: { code: 'noSuchCall' } });
    expect(story(service).findLast((told) => told !== 'routeRequest')).toBe('delivered: 1001 alerting, 39001 alerting');
  });

  it('is in the snapshot, and asked again of the service that takes over', async () => {
    const old = await at.connected(1);
    await rung(old, 5);
    await old.port.close();
    const fresh = await at.connected(2);
    expect(fresh.snapshots[0]?.routeRequests).toMatchObject([{ reason: 'noAnswer', tried: ['line-39001'] }]);
    await until(() => expect(asked(fresh)).toMatchObject({ reason: 'noAnswer', tried: ['line-39001'] }));
    expect(await select(fresh, atLine('38001'))).toMatchObject({ ok: true });
  });
});

describe('voicemail', () => {
  it('takes a message, shows it, and plays it to its owner', async () => {
    const service = await at.connected(1);
    const callId = newCall();
    await service.port.send(dial('1001', '60001', callId));
    await select(service, boxOf('60001'));
    await service.port.send({ type: 'clearConnection', callId, lineId: line('1001') });
    expect(service.events.at(-1)).toMatchObject({
      type: 'phone',
      phone: { phoneId: 'phone-60001', messageWaiting: true },
    });
    expect((await at.press({ phoneId: 'phone-60001', key: 'messages' })).status).toBe(200);
    expect(at.phone('60001')?.messageWaiting).toBe(false);
  });
});

describe('lines of other kinds', () => {
  it('an intercom line answers by itself and cannot be held or transferred', async () => {
    const service = await at.connected(1);
    const callId = newCall();
    await service.port.send(dial('50001', '52001', callId));
    expect(story(service).at(-1)).toBe('established: 50001 connected, 52001 connected');
    const there = { callId, lineId: line('52001') };
    const refused: SwitchCommand[] = [
      { type: 'holdCall', ...there },
      { type: 'singleStepTransfer', ...there, to: atLine('2002') },
    ];
    for (const command of refused) {
      expect(await service.port.send(command)).toMatchObject({ error: { code: 'notSupported' } });
    }
  });

  it('a shared line rings on every phone, and who answers has it', async () => {
    const service = await at.connected(1);
    const callId = newCall();
    await service.port.send(dial('1001', '60009', callId));
    expect(story(service).at(-1)).toBe('delivered: 1001 alerting, 60009 alerting, 60009 alerting');
    await service.port.send({ type: 'answerCall', callId, lineId: line('60009-2004') });
    expect(at.sim.snapshot().calls[0]?.connections.map((at) => at.lineId)).toEqual(['line-1001', 'line-60009-2004']);
    expect(story(service).at(-1)).toBe('established: 1001 connected, 60009 connected');
  });
});
