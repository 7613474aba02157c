/** Who is who in a recording, without saying who: the same text has the same pseudonym from the first line to the last. */

/** Where a text stands. Names of all four kinds share one set: a manager who calls is still `Manager-3`, and so is the line that is named after them. */
export const pseudonymKinds = [
  'caller',
  'manager',
  'assistant',
  'label',
  'number',
  'person',
  'line',
  'call',
  'connection',
  'command',
] as const;
export type PseudonymKind = (typeof pseudonymKinds)[number];

interface Form {
  readonly space: 'name' | Exclude<PseudonymKind, 'caller' | 'manager' | 'assistant' | 'label'>;
  readonly prefix: string;
}

const forms: Readonly<Record<PseudonymKind, Form>> = {
  caller: { space: 'name', prefix: 'Caller-' },
  manager: { space: 'name', prefix: 'Manager-' },
  assistant: { space: 'name', prefix: 'Assistant-' },
  /** Of a line that has words of its own, as intercom lines do. */
  label: { space: 'name', prefix: 'Line-' },
  // What a switch takes for a number, and no telephone has.
  number: { space: 'number', prefix: '#' },
  person: { space: 'person', prefix: 'person-' },
  line: { space: 'line', prefix: 'line-' },
  call: { space: 'call', prefix: 'call-' },
  connection: { space: 'connection', prefix: 'connection-' },
  command: { space: 'command', prefix: 'command-' },
};

/** Texts remembered as they are, so that a digest is not made of each again; forgotten together. */
const cached = 5_000;
/**
 * The one not met for longest is forgotten: in the state at a checkpoint nothing is that old. Names and numbers come back, calls don't.
 * All together less than 40 MB, however long it is recorded (it was 150 MB).
 */
const remembered = { name: 50_000, number: 50_000, other: 10_000 } as const;

class Space {
  constructor(private readonly most: number) {}

  readonly #known = new Map<string, string>();
  #cache = new Map<string, string>();

  get(text: string, digest: () => string, next: () => string): string {
    const quick = this.#cache.get(text);
    if (quick !== undefined) return quick;
    const key = digest();
    const pseudonym = this.#known.get(key) ?? next();
    this.#known.delete(key);
    this.#known.set(key, pseudonym);
    const [oldest] = this.#known.keys();
    if (this.#known.size > this.most && oldest !== undefined) this.#known.delete(oldest);
    if (this.#cache.size >= cached) this.#cache = new Map();
    this.#cache.set(text, pseudonym);
    return pseudonym;
  }
}

export class Pseudonyms {
  readonly #spaces = new Map<Form['space'], Space>();
  readonly #last = new Map<string, number>();

  /** `digest` is keyed with a secret of this recording that is never written: a list of guesses can't be tried against it. */
  constructor(private readonly digest: (text: string) => string) {}

  of(kind: PseudonymKind, text: string): string {
    // Nobody.
    if (text === '') return '';
    const { space, prefix } = forms[kind];
    return this.#space(space).get(
      text,
      () => this.digest(`${space}\n${text}`),
      () => {
        const number = (this.#last.get(prefix) ?? 0) + 1;
        this.#last.set(prefix, number);
        return `${prefix}${number}`;
      },
    );
  }

  #space(name: Form['space']): Space {
    const found = this.#spaces.get(name);
    if (found !== undefined) return found;
    const made = new Space(name === 'name' || name === 'number' ? remembered[name] : remembered.other);
    this.#spaces.set(name, made);
    return made;
  }
}
