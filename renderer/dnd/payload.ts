/** What can be dragged in the console, and how it travels in a DataTransfer: under our own types, with the number as text for other programs. */
import { isConnectionId } from '../../shared/idChecks';
import type { ConnectionId } from '../../shared/ids';

export type DragPayload =
  | { readonly kind: 'call'; readonly connectionId: ConnectionId }
  /** A directory entry, a speed dial, a manager, a row of the history. */
  | { readonly kind: 'person'; readonly name: string; readonly number: string };

const longestName = 400;
const longestNumber = 64;

/** Types are readable while a drag is still on its way; what it carries only at the drop. */
export const dragTypes = {
  call: 'application/x-assistant-console-call',
  person: 'application/x-assistant-console-person',
} as const;

type Carrier = Pick<DataTransfer, 'setData' | 'getData'>;

export function writePayload(carrier: Pick<Carrier, 'setData'>, payload: DragPayload): void {
  carrier.setData(dragTypes[payload.kind], JSON.stringify(payload));
  if (payload.kind === 'person') carrier.setData('text/plain', payload.number);
}

/** Null for anything that is not ours: another program may have written it. */
export function readPayload(carrier: Pick<Carrier, 'getData'>): DragPayload | null {
  for (const kind of ['call', 'person'] as const) {
    const text = carrier.getData(dragTypes[kind]);
    if (text === '') continue;
    const payload = payloadOf(kind, fromJson(text));
    if (payload !== null) return payload;
  }
  return null;
}

function payloadOf(kind: DragPayload['kind'], value: unknown): DragPayload | null {
  if (typeof value !== 'object' || value === null || !('kind' in value) || value.kind !== kind) return null;
  if (kind === 'call') {
    return 'connectionId' in value && isConnectionId(value.connectionId)
      ? { kind, connectionId: value.connectionId }
      : null;
  }
  if (!('name' in value) || !('number' in value)) return null;
  const { name, number } = value;
  if (typeof name !== 'string' || name.length > longestName) return null;
  return typeof number === 'string' && number !== '' && number.length <= longestNumber ? { kind, name, number } : null;
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
