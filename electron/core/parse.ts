/** A frame of the service, parsed once here and trusted after. */
import { z } from 'zod';
import { ServerMessage } from '../../shared/protocol/messages';

export type ParsedFrame =
  | { readonly kind: 'message'; readonly message: ServerMessage }
  /** Well formed, of a type this version does not know: a newer service may say more. Not a reason to distrust the stream. */
  | { readonly kind: 'unknown'; readonly type: string }
  | { readonly kind: 'garbage'; readonly problem: string };

const anyMessage = z.object({ type: z.string().max(40) });
const knownTypes: ReadonlySet<string> = new Set(ServerMessage.options.map((option) => option.shape.type.value));

export function parseFrame(text: string | null): ParsedFrame {
  if (text === null) return { kind: 'garbage', problem: 'binary frame' };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: 'garbage', problem: 'not JSON' };
  }
  const message = ServerMessage.safeParse(json);
  if (message.success) return { kind: 'message', message: message.data };
  const any = anyMessage.safeParse(json);
  if (any.success && !knownTypes.has(any.data.type)) return { kind: 'unknown', type: any.data.type };
  const [issue] = message.error.issues;
  return { kind: 'garbage', problem: issue ? `${issue.path.join('.')}: ${issue.message}` : 'invalid' };
}
