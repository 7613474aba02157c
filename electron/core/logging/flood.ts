/** Guards the log from one thing that is said without end: a page that asks for what it may not have, a thousand times a second, fills no disk and buries no other line. */
import { Paced } from './pace';
import type { Pace } from './pace';

/** Of one message; the busiest hour of a console says less. */
const pace: Pace = { burst: 200, everyMs: 500 };
/** Messages are the code's own sentences; should one ever hold something that varies, memory stays small. */
const most = 200;

const messageOf = /"msg":"((?:[^"\\]|\\.){0,200})/;

export class Flood {
  readonly #paced = new Map<string, Paced>();

  constructor(private readonly now: () => number) {}

  /** The line as it goes on, with `dropped` where some like it were left out before; null where it is left out itself. */
  pass(line: string): string | null {
    const { may, leftOut } = this.#of(messageOf.exec(line)?.[1] ?? '').next();
    if (!may) return null;
    return leftOut === 0 ? line : line.replace(/^\{/, `{"dropped":${leftOut},`);
  }

  #of(message: string): Paced {
    const known = this.#paced.get(message);
    if (known !== undefined) return known;
    if (this.#paced.size >= most) this.#paced.clear();
    const paced = new Paced(pace, this.now);
    this.#paced.set(message, paced);
    return paced;
  }
}
