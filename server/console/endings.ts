/**
 * Logouts: a token that has been ended is refused from that moment on, also while the store cannot be written; it is told again and
 * again until it knows. The other service learns it from the store.
 */
import type { Fenced } from '../store/fence';

export interface EndingsOptions {
  /** Ends the session with this token hash in the store. */
  readonly end: (tokenHash: string) => Fenced<void>;
  readonly retryMs: number;
  readonly onFenced: () => void;
  readonly onProblem: (error: unknown) => void;
}

export class Endings {
  readonly #options: EndingsOptions;
  readonly #unwritten = new Set<string>();
  #retry: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(options: EndingsOptions) {
    this.#options = options;
  }

  /** Ended, and the store does not know it yet. */
  has(tokenHash: string): boolean {
    return this.#unwritten.has(tokenHash);
  }

  /** Resolves after the first attempt. Never rejects. */
  async end(tokenHash: string): Promise<void> {
    this.#unwritten.add(tokenHash);
    await this.#write(tokenHash);
  }

  close(): void {
    this.#closed = true;
    if (this.#retry) clearTimeout(this.#retry);
  }

  async #write(tokenHash: string): Promise<void> {
    try {
      const ended = await this.#options.end(tokenHash);
      this.#unwritten.delete(tokenHash);
      if (!ended.ok) this.#options.onFenced();
    } catch (error) {
      this.#options.onProblem(error);
      this.#later();
    }
  }

  #later(): void {
    if (this.#closed || this.#retry) return;
    this.#retry = setTimeout(() => {
      this.#retry = null;
      for (const tokenHash of [...this.#unwritten]) void this.#write(tokenHash);
    }, this.#options.retryMs);
    this.#retry.unref();
  }
}
