/**
 * Commands that were chosen outside of the page, on their way to it. Where there is no window one is opened, and the command waits for its page,
 * but not for long: what was meant for the calls of that moment is never done to later ones (product §7).
 */

/** Milliseconds: a page is there in one or two seconds. */
const patience = 10_000;

interface PageLineEnvironment {
  /** To the page that is there. */
  readonly send: (command: string) => void;
  /** Opens a window where there is none. */
  readonly open: () => void;
  readonly now: () => number;
}

export class PageLine {
  #there = false;
  #wanted: { readonly command: string; readonly at: number } | null = null;

  constructor(private readonly environment: PageLineEnvironment) {}

  run(command: string): void {
    if (this.#there) {
      this.environment.send(command);
      return;
    }
    // Only the last one: whoever clicks twice at a window that does not open has changed their mind, or means the same.
    this.#wanted = { command, at: this.environment.now() };
    this.environment.open();
  }

  /** A page has told what its menus are: it listens. */
  arrived(): void {
    this.#there = true;
    const wanted = this.#wanted;
    this.#wanted = null;
    if (wanted !== null && this.environment.now() - wanted.at <= patience) this.environment.send(wanted.command);
  }

  /** Whether there is a page that hears what is sent to it. */
  get isThere(): boolean {
    return this.#there;
  }

  /** Closed, crashed, or loading anew. */
  left(): void {
    this.#there = false;
  }
}
