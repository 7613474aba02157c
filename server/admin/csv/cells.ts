/** Takes the cells of one row apart; what is wrong is collected with its column. */
import type { CsvRow } from './read';

export class Cells {
  readonly #row: CsvRow;
  readonly #wrong: (column: string, message: string) => void;

  constructor(row: CsvRow, wrong: (column: string, message: string) => void) {
    this.#row = row;
    this.#wrong = wrong;
  }

  /** Undefined where the file has no such column. */
  text(column: string): string | undefined {
    return this.#row.cells.get(column)?.trim();
  }

  /** As it stands, spaces included. */
  verbatim(column: string): string {
    return this.#row.cells.get(column) ?? '';
  }

  /** Must not be empty. */
  needed(column: string): string {
    const text = this.text(column) ?? '';
    if (text === '') this.#wrong(column, 'this must not be empty');
    return text;
  }

  oneOf<T extends string>(column: string, choices: readonly T[]): T | undefined {
    const text = this.text(column);
    if (text === undefined || text === '') return undefined;
    const choice = choices.find((candidate) => candidate === text);
    if (choice === undefined) this.#wrong(column, `"${text}" is none of ${choices.join(', ')}`);
    return choice;
  }

  whole(column: string, least: number): number | undefined {
    const text = this.text(column);
    if (text === undefined || text === '') return undefined;
    if (/^\d{1,9}$/.test(text) && Number(text) >= least) return Number(text);
    this.#wrong(column, `"${text}" is not a whole number from ${least}`);
    return undefined;
  }

  yes(column: string): boolean | undefined {
    const choice = this.oneOf(column, ['yes', 'no', 'true', 'false']);
    return choice === undefined ? undefined : choice === 'yes' || choice === 'true';
  }

  wrong(column: string, message: string): void {
    this.#wrong(column, message);
  }
}
