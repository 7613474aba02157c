/** Which calls a command is about: while it is out, all of them show it. */
import type { ConnectionId } from '../../shared/ids';
import type { Command } from '../../shared/protocol/commands';

export function isAbout(command: Command, connectionId: ConnectionId): boolean {
  if (!('connectionId' in command)) return false;
  if (command.connectionId === connectionId) return true;
  return 'with' in command && [command.with].flat().includes(connectionId);
}
