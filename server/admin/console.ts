/** Everything the program needs from its process, so that tests can stand in for it. */
import { userInfo } from 'node:os';

export interface AdminConsole {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Name of whoever runs the program: who the change log says did it. */
  readonly userName: string;
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export function processConsole(): AdminConsole {
  return {
    env: process.env,
    cwd: process.cwd(),
    userName: osUserName(),
    stdin: process.stdin,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    now: Date.now,
  };
}

/** In a container the user may have a number and no name. */
function osUserName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'}`;
  }
}
