/** What can be dragged in the console, and how it travels in a DataTransfer: under our own types, with the number as text for other programs. */
import { z } from 'zod';
import { ConnectionId } from '../../shared/ids';

const PersonName = z.string().max(400);

const schemas = {
  call: z.object({ kind: z.literal('call'), connectionId: ConnectionId }),
  /** A directory entry, a speed dial, a manager, a row of the history. */
  person: z.object({ kind: z.literal('person'), name: PersonName, number: z.string().min(1).max(64) }),
};

export type DragPayload = z.infer<typeof schemas.call> | z.infer<typeof schemas.person>;

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
    const parsed = schemas[kind].safeParse(fromJson(text));
    if (parsed.success) return parsed.data;
  }
  return null;
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
