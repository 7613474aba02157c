/** Each command says when it was sent, by the clock of the service it goes to. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CommandId, ConnectionId } from '../../shared/ids';
import { createBench } from './testing/bench';
import type { Bench } from './testing/bench';

let bench: Bench;
beforeEach(async () => {
  bench = await createBench();
});
afterEach(() => bench.close());

const give = (id: string) =>
  bench.core.handlers.command({
    id: CommandId.parse(id),
    command: { type: 'answer', connectionId: ConnectionId.parse('call@line-1') },
  });

/** Live, at a service whose clock stands at `clock`. */
async function live(clock?: number) {
  const login = bench.core.handlers.login({ userId: 'maya', password: 'secret-word', remember: false });
  const connection = await bench.primary.connection();
  await connection.accept(clock === undefined ? {} : { clock });
  await login;
  return connection;
}

it('counts on from the clock of the session', async () => {
  const connection = await live(5_000);
  bench.clock.pass(250);
  void give('one');
  expect(await connection.next('command')).toMatchObject({ id: 'one', sentAt: 5_250 });
});

it('follows each pong: a machine that slept has a clock that stood still', async () => {
  const connection = await live(5_000);
  const { id } = await connection.next('ping');
  connection.say({ type: 'pong', id, clock: 95_000 });
  await bench.pushes.take(
    (push) => push.kind === 'link' && push.link.phase === 'live' && push.link.roundTripMs !== null,
  );
  bench.clock.pass(10);
  void give('two');
  expect(await connection.next('command')).toMatchObject({ sentAt: 95_010 });
});

it('says nothing to a service that has not told its clock', async () => {
  const connection = await live();
  void give('three');
  expect(await connection.next('command')).not.toHaveProperty('sentAt');
});
