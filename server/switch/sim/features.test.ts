import { expect, it } from 'vitest';
import { managerStatus, phoneId, TestSwitch } from './testSwitch';

it('a feature key that no service answers says so after the route time-out, and a late answer is stale', async () => {
  const at = new TestSwitch();
  at.sim.setServed(true);
  at.sim.execute({ type: 'setPhoneStatus', phoneId: phoneId('600'), status: managerStatus });
  const pressed = at.sim.pressFeatureKey(phoneId('600'), { key: 'intercept' });
  const last = at.events.at(-1);
  const pressId = last?.type === 'featureKey' ? last.press.pressId : '';
  at.clock.advance(1_500);
  expect(await pressed).toEqual({ ok: false, error: { code: 'unreachable', message: 'the service does not answer' } });
  const late = at.sim.execute({ type: 'answerFeatureKey', pressId, refusal: null });
  expect(late).toMatchObject({ error: { code: 'staleState' } });
});
