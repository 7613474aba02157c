/** The generated parts of docs/connection.md: the state diagram, and what each refusal does. */
import { initialState } from '../../shared/connection/state';
import type { ConnectionState } from '../../shared/connection/state';
import { transition } from '../../shared/connection/transition';
import { ErrorCode } from '../../shared/protocol/errors';
import { explore, shown } from './explore';
import type { Shown } from './explore';

const names: Readonly<Record<Shown, string>> = {
  SignedOut: 'Signed out',
  Connecting: 'Connecting: no greeting yet',
  SigningIn: 'Signing in or resuming',
  Waiting: 'Waiting for the next attempt',
  Live: 'Live',
  Asking: 'Live, an answer is awaited',
};
const order = Object.keys(names);

/** Events in the order in which they were first written down, one arrow between two states. */
function diagram(): string {
  const arrows = new Map<string, string[]>();
  for (const { from, to, on } of explore().edges) {
    const arrow = `${from} --> ${to}`;
    arrows.set(arrow, [...(arrows.get(arrow) ?? []), on]);
  }
  const place = (arrow: string) => {
    const [from = '', to = ''] = arrow.split(' --> ');
    return order.indexOf(from) * order.length + order.indexOf(to);
  };
  const lines = [...arrows]
    .sort(([a], [b]) => place(a) - place(b))
    // A colon would end the label.
    .map(([arrow, on]) => `  ${arrow} : ${[...on].sort().join(', ').replaceAll(': ', ' ')}`);
  const states = Object.entries(names).map(([id, name]) => `  state "${name}" as ${id}`);
  return ['```mermaid', 'stateDiagram-v2', ...states, '  [*] --> SignedOut', ...lines, '```'].join('\n');
}

type Sent = Parameters<typeof transition>[1];

function after(events: readonly Sent[]): ConnectionState {
  return events.reduce((state, event) => transition(state, event, 0, 0).state, initialState());
}

const parameters = { heartbeatIntervalMs: 30_000, requestTimeoutMs: 30_000 };
const signingIn: readonly Sent[] = [
  { type: 'signIn', hasBackup: true, patient: false },
  { type: 'welcome', generation: 1, role: 'active', electing: false },
];
const live: readonly Sent[] = [...signingIn, { type: 'session', generation: 1, parameters }];
const resuming: readonly Sent[] = [
  ...live,
  { type: 'closed', generation: 1, problem: 'unreachable' },
  { type: 'welcome', generation: 2, role: 'active', electing: false },
];

function outcome(events: readonly Sent[], code: ErrorCode): string {
  const before = after(events);
  const generation = before.lastGeneration;
  const { state } = transition(before, { type: 'refused', generation, code }, 0, 0);
  if (shown(state) === 'SignedOut') return 'asks the assistant';
  return shown(state) === shown(before) ? 'stays' : 'other server';
}

function refusals(): string {
  const rows = ErrorCode.options.map((code) => [code, ...[signingIn, resuming, live].map((one) => outcome(one, code))]);
  const alike = new Map<string, string[]>();
  for (const [code = '', ...outcomes] of rows) {
    const key = outcomes.join(' | ');
    alike.set(key, [...(alike.get(key) ?? []), `\`${code}\``]);
  }
  return table([
    ['refusal', 'signing in', 'resuming', 'live'],
    ...[...alike].map(([outcomes, codes]) => [codes.join(', '), ...outcomes.split(' | ')]),
  ]);
}

/** As prettier writes it. */
function table(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[], fill = ' ') =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(' | ')} |`;
  return [
    line(head),
    line(
      head.map(() => ''),
      '-',
    ),
    ...rows.slice(1).map((row) => line(row)),
  ].join('\n');
}

const parts = { diagram, refusals } as const;

/** The page with its generated parts as the machine is now. */
export function withGenerated(page: string): string {
  return Object.entries(parts).reduce((text, [name, made]) => {
    const [begin, end] = [`<!-- generated: ${name} -->`, `<!-- end: ${name} -->`];
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`docs/connection.md has no place for ${name}`);
    return `${text.slice(0, from + begin.length)}\n\n${made()}\n\n${text.slice(to)}`;
  }, page);
}
