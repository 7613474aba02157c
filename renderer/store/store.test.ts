import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Bridge, BridgePush, CommandOutcome, FileProblem, SearchOutcome } from '../../shared/bridge';
import { Dn, UserId } from '../../shared/ids';
import { ErrorCode, protocolError } from '../../shared/protocol/errors';
import { en } from '../strings/en';
import { startStrings } from '../strings/i18n';
import { aCall, aConsole } from '../testing/facts';
import { documents, live } from '../testing/scenes';
import { startApp, type App } from './app';
import { fileProblemText } from '../shell/fileProblemText';
import { problemKey } from './problemKey';
import { createSearcher } from './searcher';
import { nextSelection } from './selection';
import { lineGroups, neighbour, outgoingLine } from './selectors';
import { silence } from './state';

interface Told {
  readonly app: App;
  readonly push: (push: BridgePush) => void;
  readonly sent: string[];
}

async function start(
  outcome: (id: string) => Promise<CommandOutcome>,
  calls = [aCall('a')],
  fileProblems: readonly FileProblem[] = [],
  step = 1_000,
): Promise<Told> {
  const sent: string[] = [];
  let time = 0;
  let listener: (push: BridgePush) => void = () => undefined;
  const opened = { link: live, console: aConsole(calls), clockOffsetMs: 0, ...documents, fileProblems };
  const bridge: Bridge = {
    host: 'browser',
    subscribe: (given) => {
      listener = given;
      return () => undefined;
    },
    request: async (name, args) => {
      if (name === 'open') return opened as never;
      if (name !== 'command' || !('id' in args) || args.id === null) throw new Error(`unexpected ${name}`);
      sent.push(args.id);
      return (await outcome(args.id)) as never;
    },
  };
  // No batches here: what is pushed is applied at once.
  const app = await startApp(bridge, { now: () => (time += step), later: (run) => run() });
  return { app, push: (push) => listener(push), sent };
}

const events = (...list: Extract<BridgePush, { kind: 'events' }>['events'][number]['event'][]): BridgePush => ({
  kind: 'events',
  clockOffsetMs: 0,
  events: list.map((event, seq) => ({ epoch: 1, seq, at: 0, event })),
});

beforeAll(startStrings);

describe('the selected call', () => {
  const ringing = aCall('ringing', { startedAt: 5 });
  const newer = aCall('newer', { startedAt: 9 });
  const held = aCall('held', { state: 'hold' });
  const talking = aCall('talking', { state: 'connected' });

  it('is the ringing one that has waited longest when nothing is selected', () => {
    expect(nextSelection(null, [], [newer, ringing, held])).toBe('ringing');
  });

  it('stays what the assistant chose, whatever rings', () => {
    expect(nextSelection(held.connectionId, [held], [held, newer])).toBe('held');
  });

  it('becomes the call the assistant has just dialled', () => {
    const dialled = aCall('dialled', { direction: 'out', state: 'initiated' });
    expect(nextSelection(held.connectionId, [held], [held, dialled])).toBe('dialled');
  });

  it('is never a held call by itself, so that a second Hang up ends nothing', () => {
    expect(nextSelection(talking.connectionId, [talking, held], [held])).toBeNull();
    expect(nextSelection(ringing.connectionId, [ringing, talking], [talking])).toBe('talking');
  });
});

describe('what the panels show', () => {
  it('groups calls under their kind of line, ringing first, idle lines after', () => {
    const console = aConsole([aCall('h', { state: 'hold' }), aCall('r', { lineId: 'line-39002', startedAt: 7 })]);
    const [managers, own] = lineGroups(console);
    expect(managers?.busy.map(({ call }) => call.connectionId)).toEqual(['r', 'h']);
    expect(managers?.idle).toEqual([]);
    expect(own?.idle.map((line) => line.dn)).toEqual(['2001']);
    expect(outgoingLine(console)?.dn).toBe('2001');
  });

  it('walks calls with the arrows and stops at the ends', () => {
    const first = aCall('1', { startedAt: 1 });
    const console = aConsole([first, aCall('2', { startedAt: 2 })]);
    expect([
      neighbour(console, null, 1),
      neighbour(console, first.connectionId, 1),
      neighbour(console, first.connectionId, -1),
    ]).toEqual(['1', '2', '1']);
  });
});

describe('the store', () => {
  it('changes the screen only when the event comes back', async () => {
    const { app, push } = await start(() => Promise.resolve({ status: 'done' }));
    const call = aCall('a', { state: 'connected' });
    await app.actions.sendQuietly({ type: 'answer', connectionId: call.connectionId });
    expect(app.store.getState().console?.calls[0]?.state).toBe('alerting');
    push(events({ type: 'call', cause: 'established', call }));
    expect(app.store.getState().console?.calls[0]?.state).toBe('connected');
  });

  it('shows a press at once and forgets it with the answer', async () => {
    let finish: (outcome: CommandOutcome) => void = () => undefined;
    const { app } = await start(() => new Promise((resolve) => (finish = resolve)));
    const result = app.actions.sendQuietly({ type: 'hold', connectionId: aCall('a').connectionId });
    expect(app.store.getState().pending.map(({ status }) => status)).toEqual(['sent']);
    finish({ status: 'done' });
    expect(await result).toBe('done');
    expect(app.store.getState().pending).toEqual([]);
  });

  it('says in a plain sentence why a command was refused', async () => {
    const error = protocolError('staleState', 'for the log');
    const { app } = await start(() => Promise.resolve({ status: 'refused', error }));
    app.actions.send({ type: 'hold', connectionId: aCall('a').connectionId });
    await expect
      .poll(() => app.store.getState().toasts.map(({ text }) => text))
      .toEqual(['Hold: The call had already changed.']);
  });

  it('says that an outcome is unknown, and then the truth instead', async () => {
    const { app, push, sent } = await start(() => Promise.resolve({ status: 'unknown' }));
    const said = () => app.store.getState().toasts.map(({ text }) => text);
    await app.actions.sendQuietly({ type: 'hold', connectionId: aCall('a').connectionId });
    expect(app.store.getState().pending.map(({ status }) => status)).toEqual(['unknown']);
    expect(said()).toEqual(['Outcome unknown – asking the new server']);
    push({ kind: 'outcome', id: sent[0] as never, outcome: { status: 'done' } });
    expect(app.store.getState().pending).toEqual([]);
    expect(said()).toEqual(['Hold went through.']);
  });

  it('says once that an outcome will never be known, however often a new server is asked', async () => {
    const { app, push, sent } = await start(() => Promise.resolve({ status: 'unknown' }));
    await app.actions.sendQuietly({ type: 'hold', connectionId: aCall('a').connectionId });
    const never = { kind: 'outcome', id: sent[0] as never, outcome: { status: 'unknown' } } as const;
    push(never);
    const said = app.store.getState().toasts.map(({ text }) => text);
    expect(said).toEqual([expect.stringContaining('Hold: it can’t be found out')]);
    push(never);
    expect(app.store.getState().toasts.map(({ text }) => text)).toEqual(said);
  });

  it('what no service has seen is not laid at the phone system’s door', async () => {
    const error = { code: 'notReached', message: 'for the log' } as const;
    const { app } = await start(() => Promise.resolve({ status: 'refused', error }));
    app.actions.send({ type: 'answer', connectionId: aCall('a').connectionId });
    await expect
      .poll(() => app.store.getState().toasts.map(({ text }) => text))
      .toEqual(['Answer: It did not reach the service, so it was not done.']);
  });

  it.each(['done', 'unknown'] as const)('the field of a transfer stays until it is known to be %s', async (status) => {
    const { app, push, sent } = await start(() => Promise.resolve({ status: 'unknown' }));
    const { connectionId } = aCall('a');
    const overlay = { kind: 'reach', purpose: 'transfer', connectionId } as const;
    app.actions.open(overlay);
    await app.actions.sendQuietly({ type: 'transfer', connectionId, to: Dn.parse('1187') });
    push({ kind: 'outcome', id: sent[0] as never, outcome: { status } });
    expect(app.store.getState().overlay).toEqual(status === 'done' ? null : overlay);
  });

  it('announces once why a call failed', async () => {
    const call = aCall('out', { state: 'alerting', direction: 'out' });
    const { app, push } = await start(() => Promise.resolve({ status: 'done' }), [call]);
    push(events({ type: 'call', cause: 'failed', call: { ...call, state: 'fail', failedFor: 'busy' } }));
    const said = app.store.getState().announcements.polite;
    expect(said?.text).toBe('Sofia Rossi: Busy');
    push(events({ type: 'call', cause: 'failed', call: { ...call, state: 'fail', failedFor: 'busy' } }));
    expect(app.store.getState().announcements.polite).toBe(said);
  });

  it('announces a ringing call once, for whom and from whom', async () => {
    const { app, push } = await start(() => Promise.resolve({ status: 'done' }), []);
    const call = aCall('a');
    push(events({ type: 'call', cause: 'delivered', call }));
    const said = app.store.getState().announcements.urgent;
    expect(said?.text).toBe('Call for Anna Kowalska from Sofia Rossi');
    push(events({ type: 'call', cause: 'delivered', call }));
    expect(app.store.getState().announcements.urgent).toBe(said);
    expect(app.store.getState().selected).toBe('a');
  });

  it('does not let the number of people found silence a call that rings', async () => {
    const { app, push } = await start(() => Promise.resolve({ status: 'done' }), []);
    push(events({ type: 'call', cause: 'delivered', call: aCall('a') }));
    app.actions.announce('25 people found');
    const { urgent, polite } = app.store.getState().announcements;
    expect([urgent?.text, polite?.text]).toEqual(['Call for Anna Kowalska from Sofia Rossi', '25 people found']);
  });

  it('keeps the last known state and the open editor through a failover, and says where it is now', async () => {
    const { app, push } = await start(() => Promise.resolve({ status: 'done' }));
    const managerId = UserId.parse('akowalska');
    app.actions.open({ kind: 'configure', managerId, tab: 'inclusive' });
    push({ kind: 'link', link: { phase: 'connecting', server: 'backup', resuming: true } });
    expect(app.store.getState().console?.calls).toHaveLength(1);
    push({ kind: 'link', link: { phase: 'live', server: 'backup', since: 0, roundTripMs: null } });
    push({ kind: 'console', console: aConsole([aCall('a')]), clockOffsetMs: 3 });
    expect(app.store.getState()).toMatchObject({ overlay: { kind: 'configure', managerId }, clockOffsetMs: 3 });
    expect(app.store.getState().toasts.map(({ text }) => text)).toEqual(['Now on the backup server']);
    push({ kind: 'link', link: { phase: 'connecting', server: 'primary', resuming: true } });
    expect(app.store.getState().toasts).toEqual([]);
  });

  it('closes a half-typed transfer when another call is selected', async () => {
    const { app } = await start(() => Promise.resolve({ status: 'done' }));
    app.actions.select(aCall('a').connectionId);
    app.actions.open({ kind: 'reach', purpose: 'transfer', connectionId: aCall('a').connectionId });
    app.actions.select(aCall('a').connectionId);
    expect(app.store.getState().overlay?.kind).toBe('reach');
    app.actions.select(aCall('b').connectionId);
    expect(app.store.getState().overlay).toBeNull();
  });

  it('forgets everything at sign-out', async () => {
    const { app, push } = await start(() => Promise.resolve({ status: 'done' }));
    app.actions.select(aCall('a').connectionId);
    push({ kind: 'link', link: { phase: 'signedOut', failure: 'superseded' } });
    expect(app.store.getState()).toMatchObject({ console: null, selected: null, pending: [], overlay: null });
  });

  it('says which file could not be read, where it is and what is in force', async () => {
    const problem = {
      file: 'preferences',
      why: 'damaged',
      keptAs: '/home/maya/preferences.bad',
      restored: false,
    } as const;
    expect(fileProblemText(problem, i18next.t)).toBe(
      'Your preferences could not be read. The file was kept as /home/maya/preferences.bad. You start with the defaults.',
    );
    const { app, push } = await start(() => Promise.resolve({ status: 'done' }), [], [problem]);
    app.actions.dismissProblems(app.store.getState().fileProblems);
    const left = () => {
      const { fileProblems, dismissedProblems } = app.store.getState();
      return fileProblems.filter((one) => !dismissedProblems.includes(problemKey(one))).map(({ why }) => why);
    };
    expect(left()).toEqual([]);
    // Come over the bridge again, with another beside it that is over and comes back later.
    const unsaved = { file: 'layout', why: 'notSaved', keptAs: null, restored: false } as const;
    push({ kind: 'fileProblems', fileProblems: [{ ...problem }, unsaved] });
    expect(left()).toEqual(['notSaved']);
    app.actions.dismissProblems([unsaved]);
    push({ kind: 'fileProblems', fileProblems: [{ ...problem }] });
    push({ kind: 'fileProblems', fileProblems: [{ ...problem }, { ...unsaved }] });
    expect(left()).toEqual(['notSaved']);
  });

  it('runs what was chosen in a menu, and says why where it cannot', async () => {
    const { app, push, sent } = await start(() => Promise.resolve({ status: 'done' }));
    push({ kind: 'run', command: 'answer' });
    expect(sent).toHaveLength(1);
    push({ kind: 'run', command: 'complete' });
    push({ kind: 'run', command: 'noSuchCommand' });
    expect(app.store.getState().toasts.map(({ text }) => text)).toEqual([en.reason.nothingHalfDone]);
  });

  it('closes the dialog of a call that ends, says so, and does nothing else', async () => {
    const call = aCall('a', { state: 'connected', answeredAt: 2_000 });
    const { app, push, sent } = await start(() => Promise.resolve({ status: 'done' }), [call]);
    app.actions.select(call.connectionId);
    app.actions.open({ kind: 'reach', purpose: 'transfer', connectionId: call.connectionId });
    push(events({ type: 'callCleared', cause: 'connectionCleared', connectionId: call.connectionId }));
    expect(app.store.getState().overlay).toBeNull();
    expect(app.store.getState().toasts.map(({ text }) => text)).toEqual([
      'The call with Sofia Rossi is over; nothing was done.',
    ]);
    expect(sent).toEqual([]);
  });

  it('says when the manager that is being configured has gone', async () => {
    const { app, push } = await start(() => Promise.resolve({ status: 'done' }), []);
    app.actions.open({ kind: 'configure', managerId: UserId.parse('akowalska'), tab: 'divert' });
    push(events({ type: 'replaced', state: { ...aConsole(), managers: [] } }));
    expect(app.store.getState().overlay).toBeNull();
    expect(app.store.getState().toasts.map(({ text }) => text)).toEqual([en.toast.managerGone]);
  });

  it('says how many ring when it is not the only one, in one breath', async () => {
    const { app, push } = await start(() => Promise.resolve({ status: 'done' }));
    const calls = ['b', 'c'].map((id, at) => aCall(id, { managerId: null, startedAt: 5_000 + at }));
    push(events(...calls.map((call) => ({ type: 'call', cause: 'delivered', call }) as const)));
    expect(app.store.getState().announcements.urgent?.text).toBe(
      'Incoming call from Sofia Rossi. 3 calls are ringing.',
    );
  });

  it('says what became of a transfer and of a conference', async () => {
    const held = aCall('a', { state: 'hold', answeredAt: 2_000 });
    const asked = aCall('b', { state: 'connected', answeredAt: 3_000, party: { number: '1187', name: 'Lars' } });
    const { app, push } = await start(() => Promise.resolve({ status: 'done' }), [held, asked]);
    push(events({ type: 'call', cause: 'conferenced', call: { ...held, state: 'connected', parties: 3 } }));
    const cleared = [held, asked].map(
      ({ connectionId }) => ({ type: 'callCleared', cause: 'transferred', connectionId }) as const,
    );
    push(events(...cleared));
    const said = ['Conference of 3 people', 'Sofia Rossi and Lars are connected.'];
    expect(app.store.getState().toasts.map(({ text }) => text)).toEqual(said);
  });

  it('tells a transfer in one piece also when its two events come one by one', async () => {
    const held = aCall('a', { state: 'hold', answeredAt: 2_000 });
    const asked = aCall('b', { state: 'connected', answeredAt: 3_000, party: { number: '1187', name: 'Lars' } });
    const { app, push } = await start(() => Promise.resolve({ status: 'done' }), [held, asked], [], 100);
    for (const { connectionId } of [held, asked])
      push(events({ type: 'callCleared', cause: 'transferred', connectionId }));
    expect(app.store.getState().toasts.map(({ text }) => text)).toEqual(['Sofia Rossi and Lars are connected.']);
  });

  it('says online and offline, and has forgotten the last call when the session ends', async () => {
    const { app, push } = await start(() => Promise.resolve({ status: 'done' }), []);
    const { me } = aConsole();
    push(events({ type: 'me', me: { ...me, online: false } }));
    expect(app.store.getState().toasts.at(-1)?.text).toBe(en.toast.offline);
    push(events({ type: 'call', cause: 'delivered', call: aCall('a') }));
    expect(app.store.getState().announcements.urgent).not.toBeNull();
    push({ kind: 'link', link: { phase: 'signedOut', failure: null } });
    expect(app.store.getState().announcements).toEqual(silence);
  });

  it('has words for every error of the protocol', () => {
    expect(ErrorCode.options.filter((code) => !(code in en.error))).toEqual([]);
  });
});

describe('search as you type', () => {
  it('has one question on the way, then the newest, and shows no older answer', async () => {
    const asked: { query: string; answer: (outcome: SearchOutcome) => void }[] = [];
    const searcher = createSearcher((query) => new Promise((answer) => asked.push({ query, answer })));
    const found: SearchOutcome = { status: 'found', entries: [], more: false };
    const results = ['a', 'an', 'ann'].map((query) => searcher.ask(query));
    expect(asked.map(({ query }) => query)).toEqual(['a']);
    asked[0]?.answer(found);
    await expect.poll(() => asked.map(({ query }) => query)).toEqual(['a', 'ann']);
    asked[1]?.answer(found);
    expect(await Promise.all(results)).toEqual([null, null, found]);
  });

  it('drops what is on the way when the field is cleared', async () => {
    const answers: ((outcome: SearchOutcome) => void)[] = [];
    const searcher = createSearcher(() => new Promise((answer) => answers.push(answer)));
    const old = searcher.ask('a');
    searcher.forget();
    answers[0]?.({ status: 'found', entries: [], more: false });
    expect(await old).toBeNull();
  });

  it('says unavailable when the host fails', async () => {
    const searcher = createSearcher(() => Promise.reject(new Error('gone')));
    expect(await searcher.ask('a')).toEqual({ status: 'unavailable' });
  });
});
