/** What every switch behind the port must do for managers’ phones, pools, and the services of a pair. */
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { PhoneId } from '../../../shared/ids';
import { CtiMessage, type CtiRequest, type SwitchCommand } from '../port';
import { managerStatus } from '../sim/testSwitch';
import { SwitchUnderTest, dial, newCall, story, until, type Service } from './harness';

const at = new SwitchUnderTest();

describe('a manager’s phone', () => {
  const phoneId = PhoneId.parse('phone-60001');
  const served = async () => {
    const service = await at.connected(1);
    await service.port.send({ type: 'setPhoneStatus', phoneId, status: managerStatus });
    return service;
  };
  const pressed = (service: Service) =>
    until(() => {
      const last = service.events.at(-1);
      if (last?.type !== 'featureKey') throw new Error('no key was pressed');
      return last.press;
    });

  it('shows what the service says and plays the alert tone', async () => {
    const service = await served();
    await service.port.send({ type: 'playAlertTone', phoneId });
    const { status, alertedAt } = at.phone('60001') ?? {};
    expect(status).toEqual(managerStatus);
    expect(alertedAt).not.toBeNull();
  });

  it.each([
    [null, 200],
    ['Divert all is the administrator’s', 409],
  ])('waits for the service’s answer %j to a feature key', async (refusal, code) => {
    const service = await served();
    const answer = at.press({ phoneId, key: 'divertAll' });
    const { pressId, key } = await pressed(service);
    expect(key).toEqual({ key: 'divertAll' });
    const command: SwitchCommand = { type: 'answerFeatureKey', pressId, refusal };
    expect(await service.port.send(command)).toMatchObject({ ok: true });
    const response = await answer;
    expect(response.status).toBe(code);
    if (refusal !== null) expect(await response.json()).toEqual({ error: { code: 'notSupported', message: refusal } });
    expect(await service.port.send(command)).toMatchObject({ error: { code: 'staleState' } });
  });

  it('names the call that a key acts on', async () => {
    const service = await served();
    const callId = newCall();
    await service.port.send(dial('2001', '60001', callId));
    const answer = at.press({ phoneId, key: 'voicemail' });
    const { pressId, key } = await pressed(service);
    expect(key).toEqual({ key: 'toVoicemail', callId });
    await service.port.send({ type: 'answerFeatureKey', pressId, refusal: null });
    expect((await answer).status).toBe(200);
  });

  it('has dead keys when the last service has gone, and so has any other phone', async () => {
    const service = await served();
    const waiting = at.press({ phoneId, key: 'filter' });
    await pressed(service);
    await service.port.close();
    expect((await waiting).status).toBe(409);
    expect(at.phone('60001')?.status).toBeNull();
    for (const dn of ['60001', '1001']) {
      const response = await at.press({ dn, key: 'filter' });
      expect(await response.json()).toMatchObject({ error: { code: 'notSupported' } });
    }
  });
});

describe('pools', () => {
  it('are fenced apart, and each takes its own feature keys along', async () => {
    const one = await at.connected(5);
    const two = await at.connected(9, 2);
    const status = (service: Service, dn: string) =>
      service.port.send({ type: 'setPhoneStatus', phoneId: PhoneId.parse(`phone-${dn}`), status: managerStatus });
    expect(await status(one, '60001')).toMatchObject({ ok: true });
    expect(await status(two, '60002')).toMatchObject({ ok: true });
    await two.port.close();
    await until(() => expect(at.phone('60002')?.status).toBeNull());
    expect(at.phone('60001')?.status).toEqual(managerStatus);
  });
});

describe('two services', () => {
  it('the older one is fenced off when the newer takes control', async () => {
    const old = await at.connected(1);
    const fresh = await at.connected(2);
    expect(await old.port.send(dial('1001', '1002'))).toMatchObject({ error: { code: 'fenced' } });
    expect(await old.port.takeControl(1)).toMatchObject({ error: { code: 'fenced' } });
    expect(await fresh.port.send(dial('1001', '1002'))).toMatchObject({ ok: true });
    await until(() => expect(story(old)).toEqual(story(fresh)));
  });

  it('the one that takes over is asked again about calls that still wait', async () => {
    const old = await at.connected(1);
    await old.port.send(dial('1001', '60001'));
    const fresh = await at.connected();
    await old.port.close();
    expect(await fresh.port.takeControl(2)).toMatchObject({ ok: true });
    await until(() => expect(fresh.events).toMatchObject([{ type: 'routeRequest', request: { routePoint: '60001' } }]));
  });

  it('a call that comes between the two waits for the standby to take over', async () => {
    const active = await at.connected(1);
    const standby = await at.connected();
    await active.port.close();
    expect((await at.press({ phoneId: 'phone-1001', key: 'dial', number: '60001' })).status).toBe(200);
    await until(() => expect(standby.events.some((event) => event.type === 'routeRequest')).toBe(true));
    expect(story(standby).at(-1)).not.toContain('60001 alerting');
    expect(await standby.port.takeControl(2)).toMatchObject({ ok: true });
    await until(() => expect(standby.events.filter((event) => event.type === 'routeRequest')).toHaveLength(2));
  });

  it('without any service, managers’ phones ring at once', async () => {
    const active = await at.connected(1);
    await active.port.close();
    await until(async () => {
      await at.press({ phoneId: 'phone-1001', key: 'dial', number: '60001' });
      expect(at.sim.snapshot().calls.some((call) => call.connections.some(({ dn }) => dn === '60001'))).toBe(true);
    });
  });
});

describe('the link', () => {
  it('lets a service go that is frozen, and then no call waits for it', async () => {
    const frozen = new WebSocket(`ws://127.0.0.1:${String(at.app.port)}/cti`, { autoPong: false });
    const closed = new Promise((resolve) => frozen.once('close', resolve));
    frozen.on('error', () => undefined);
    await new Promise((resolve) => frozen.once('open', resolve));
    await closed;
    await at.press({ phoneId: 'phone-1001', key: 'dial', number: '60001' });
    expect(at.sim.snapshot().calls[0]?.connections.map(({ dn }) => dn)).toEqual(['1001', '60001']);
  });

  it('does nothing late that lay in a buffer while the switch was frozen', async () => {
    const raw = new WebSocket(`ws://127.0.0.1:${String(at.app.port)}/cti`);
    const said: CtiMessage[] = [];
    raw.on('message', (data: Buffer) => said.push(CtiMessage.parse(JSON.parse(data.toString('utf8')))));
    const greeting = await until(() => {
      const [first] = said;
      if (first?.type !== 'snapshot') throw new Error('no snapshot');
      return first;
    });
    const request: CtiRequest = {
      type: 'command',
      id: 1,
      pool: 1,
      epoch: 1,
      notAfter: greeting.clock - 1,
      command: dial('1001', '1002'),
    };
    raw.send(JSON.stringify(request));
    raw.send(JSON.stringify({ ...request, id: 2, notAfter: greeting.clock + 60_000, command: dial('1003', '1004') }));
    await until(() => expect(said).toContainEqual({ type: 'answer', id: 2, error: null }));
    expect(said).toContainEqual({
      type: 'answer',
      id: 1,
      error: { code: 'expired', message: expect.any(String) as string },
    });
    expect(at.sim.snapshot().calls.map(({ caller }) => caller.number)).toEqual(['1003']);
    raw.terminate();
  });

  it('answers unreachable while it is down, and begins again with a snapshot when the switch is back', async () => {
    const service = await at.connected(1);
    const { port } = at.app;
    await at.app.close();
    await until(() => expect(service.lost).toBe(1));
    expect(await service.port.send(dial('1001', '1002'))).toMatchObject({ error: { code: 'unreachable' } });
    expect(await service.port.takeControl(2)).toMatchObject({ error: { code: 'unreachable' } });
    await at.start(port);
    await until(() => expect(service.snapshots).toHaveLength(2));
    expect(await service.port.takeControl(2)).toMatchObject({ ok: true });
  });
});
