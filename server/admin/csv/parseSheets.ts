/** Reads the sheets of an import and remembers on which line each row stands. Problems are collected, not thrown. */
import path from 'node:path';
import { associationKey } from '../../company/configuration';
import { placeText, ruleKey, type Place, type Problem } from '../../company/problem';
import { Cells } from './cells';
import { readCsvFile } from './readFile';
import {
  associationOf,
  headings,
  lineOf,
  parameterOf,
  ruleOf,
  settingsOf,
  userOf,
  type AssociationRow,
  type LineRow,
  type ParameterRow,
  type RuleRow,
  type SettingsRow,
  type SheetName,
  type UserRow,
} from './sheets';

export interface Sheets {
  readonly users: readonly UserRow[] | null;
  readonly lines: readonly LineRow[] | null;
  readonly associations: readonly AssociationRow[] | null;
  readonly settings: readonly SettingsRow[] | null;
  readonly parameters: readonly ParameterRow[] | null;
  /** In their order, each kind for itself. */
  readonly rules: readonly RuleRow[] | null;
}

export class SheetReader {
  readonly problems: string[] = [];
  readonly #files = new Map<SheetName, string>();
  /** Line of each row, by sheet and key. */
  readonly #lines = new Map<string, number>();

  async read(files: Readonly<Partial<Record<SheetName, string>>>): Promise<Sheets> {
    return {
      users: await this.#sheet('users', files.users, userOf, ({ userId }) => userId),
      lines: await this.#sheet('lines', files.lines, lineOf, ({ lineId }) => lineId),
      associations: await this.#sheet('associations', files.associations, associationOf, associationKey),
      settings: await this.#sheet('settings', files.settings, settingsOf, ({ managerId }) => managerId),
      parameters: await this.#sheet('parameters', files.parameters, parameterOf, ({ key }) => key),
      rules: await this.#sheet('rules', files.rules, ruleOf, placeOfRule()),
    };
  }

  /** `users.csv line 17, column "dn": 60001 is given to two managers (line 4)`; a place that is in no file is named. */
  sentence({ at, column, message, also }: Problem): string {
    const where = this.#place(at, null);
    const heading = column === null || !this.#lineOf(at) ? '' : `, column "${column}"`;
    return `${where}${heading}: ${message}${also ? ` (${this.#place(also, at)})` : ''}`;
  }

  problemAt(sheet: SheetName, line: number, column: string | null, message: string): void {
    const heading = column === null ? '' : `, column "${column}"`;
    this.problems.push(`${this.#files.get(sheet) ?? sheet} line ${line}${heading}: ${message}`);
  }

  /** Line of a row that was read. */
  lineOf(sheet: SheetName, key: string): number {
    return this.#lineOf({ sheet, key }) ?? 0;
  }

  async #sheet<T>(sheet: SheetName, file: string | undefined, parse: (cells: Cells) => T, keyOf: (row: T) => string) {
    if (file === undefined) return null;
    this.#files.set(sheet, path.basename(file));
    const rows: T[] = [];
    for await (const item of readCsvFile(file, headings[sheet])) {
      if ('problem' in item) {
        this.problemAt(sheet, item.problem.line, item.problem.column, item.problem.message);
        continue;
      }
      const { line } = item.row;
      const row = parse(new Cells(item.row, (column, message) => this.problemAt(sheet, line, column, message)));
      const key = keyOf(row);
      const earlier = this.#lineOf({ sheet, key });
      if (earlier !== undefined && key.trim() !== '') {
        const [column = null] = headings[sheet].required;
        this.problemAt(sheet, line, column, `${placeText({ sheet, key })} is there already (line ${earlier})`);
      }
      this.#lines.set(`${sheet}\n${key}`, earlier ?? line);
      rows.push(row);
    }
    return rows;
  }

  #lineOf({ sheet, key }: Place): number | undefined {
    return this.#lines.get(`${sheet}\n${key}`);
  }

  /** Beside another place of the same file its name is not repeated. */
  #place(place: Place, beside: Place | null): string {
    const line = this.#lineOf(place);
    const file = this.#files.get(place.sheet);
    if (line === undefined || file === undefined) return placeText(place);
    return beside?.sheet === place.sheet && this.#lineOf(beside) ? `line ${line}` : `${file} line ${line}`;
  }
}

/** Two rules may be the same: the place in the order tells them apart. */
function placeOfRule(): (row: RuleRow) => string {
  const counts = new Map<string | undefined, number>();
  return ({ kind }) => {
    const place = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, place);
    return ruleKey(kind ?? '', place);
  };
}
