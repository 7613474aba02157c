/** Whoever is open and means something else by a command: the palette takes Transfer for the person that is marked. */
import type { CommandName } from './names';

/** True where it has taken the command. */
type Interceptor = (name: CommandName) => boolean;

let interceptor: Interceptor | null = null;

/** Returns the function that gives the commands back. */
export function interceptCommands(take: Interceptor): () => void {
  interceptor = take;
  return () => {
    if (interceptor === take) interceptor = null;
  };
}

export function isTaken(name: CommandName): boolean {
  return interceptor?.(name) ?? false;
}
