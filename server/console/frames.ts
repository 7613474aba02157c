/** Text frame in, message or a typed refusal out: nothing untrusted gets past this file. */
import { z } from 'zod';
import { CommandId } from '../../shared/ids';
import { Command } from '../../shared/protocol/commands';
import { protocolError, type ProtocolError } from '../../shared/protocol/errors';
import { ClientMessage } from '../../shared/protocol/messages';

export type Frame =
  | { readonly kind: 'message'; readonly message: ClientMessage }
  /** A command or search that is well-formed enough to be answered by name. */
  | { readonly kind: 'refusedCommand'; readonly id: CommandId; readonly error: ProtocolError }
  | { readonly kind: 'refusedSearch'; readonly id: number; readonly error: ProtocolError }
  /** A login with what is nobody's user id or password. */
  | { readonly kind: 'refusedLogin'; readonly error: ProtocolError }
  | { readonly kind: 'bad'; readonly error: ProtocolError };

const CommandEnvelope = z.object({
  type: z.literal('command'),
  id: CommandId,
  command: z.object({ type: z.string() }),
});
const SearchEnvelope = z.object({ type: z.literal('search'), id: z.number().int(), query: z.string() });

const LoginEnvelope = z.object({ type: z.literal('login'), userId: z.string(), password: z.string() });

const commandTypes = new Set<string>(Command.options.map((option) => option.shape.type.value));

export function parseFrame(text: string): Frame {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: 'bad', error: protocolError('badFrame', 'not JSON') };
  }
  const parsed = ClientMessage.safeParse(json);
  if (parsed.success) return { kind: 'message', message: parsed.data };

  const command = CommandEnvelope.safeParse(json);
  if (command.success) {
    const error = commandProblem(command.data.command.type, parsed.error);
    if (error) return { kind: 'refusedCommand', id: command.data.id, error };
  }
  const search = SearchEnvelope.safeParse(json);
  if (search.success) {
    return { kind: 'refusedSearch', id: search.data.id, error: protocolError('invalidQuery', 'the query is too long') };
  }
  if (LoginEnvelope.safeParse(json).success) {
    const error = loginProblem(parsed.error);
    if (error) return { kind: 'refusedLogin', error };
  }
  return { kind: 'bad', error: protocolError('badFrame', describe(parsed.error)) };
}

/** Null when the frame itself is at fault. */
function loginProblem({ issues }: z.ZodError): ProtocolError | null {
  const wrong = (field: string) => issues.some(({ path, code }) => path[0] === field && code === 'invalid_format');
  if (wrong('userId')) return protocolError('unknownUser', 'no user id holds control characters');
  if (wrong('password')) return protocolError('wrongPassword', 'no password holds control characters');
  return null;
}

/** Null when the frame itself is at fault. */
function commandProblem(type: string, error: z.ZodError): ProtocolError | null {
  if (!commandTypes.has(type)) return protocolError('unknownCommand', 'this service does not know the command');
  const paths = error.issues.map((issue) => issue.path.join('.'));
  if (paths.every((path) => path === 'command.to'))
    return protocolError('cannotDial', 'not a number that can be dialled');
  if (paths.every((path) => path === 'command.patterns'))
    return protocolError('limitExceeded', 'too many filter patterns');
  if (paths.every((path) => path.startsWith('command.patterns.'))) {
    return protocolError('invalidPattern', `a filter pattern is too long or not text (${paths[0] ?? ''})`);
  }
  if (error.issues.every(({ code }) => code === 'invalid_format')) {
    // Well-formed but for ids that nothing can have.
    if (paths.every((path) => path === 'command.connectionId')) return protocolError('noSuchCall', 'no such call');
    if (paths.every((path) => path.endsWith('Id'))) return protocolError('notAllowed', 'no such line or person');
    return protocolError('cannotDial', 'not a number that can be dialled');
  }
  return null;
}

/** Where it is wrong, never what was in it. */
function describe(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue ? `${issue.path.join('.') || 'frame'}: ${issue.code}` : 'not a message';
}
