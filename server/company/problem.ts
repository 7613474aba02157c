/** One thing that is wrong with a configuration, and where: a CSV import turns the place into file, line and column. */
export type Sheet = 'users' | 'lines' | 'associations' | 'settings' | 'parameters' | 'rules';

export interface Place {
  readonly sheet: Sheet;
  /** The row: user id, line id, `associationKey`, manager, parameter key, or `ruleKey`. */
  readonly key: string;
}

export interface Problem {
  readonly at: Place;
  /** Column of the sheet (its CSV heading); null where the row as a whole is wrong. */
  readonly column: string | null;
  readonly message: string;
  /** The other row of a contradiction. */
  readonly also: Place | null;
}

export type Report = (sheet: Sheet, key: string, column: string | null, message: string, also?: Place | null) => void;

/** Rules have no names of their own: kind and place, from 1. */
export function ruleKey(kind: string, place: number): string {
  return `${kind}\n${place}`;
}

/** `user maya`, `line line-39001`, … */
export function placeText({ sheet, key }: Place): string {
  switch (sheet) {
    case 'users':
      return `user ${key}`;
    case 'lines':
      return `line ${key}`;
    case 'associations': {
      const [manager = '', assistant = ''] = key.split('\n');
      return `manager ${manager} with assistant ${assistant}`;
    }
    case 'settings':
      return `settings of ${key}`;
    case 'parameters':
      return `parameter ${key}`;
    case 'rules': {
      const [kind = '', place = ''] = key.split('\n');
      return `${kind} rule ${place}`;
    }
  }
}

/** One sentence. */
export function problemSentence({ at, message, also }: Problem): string {
  return `${placeText(at)}: ${message}${also ? ` (${placeText(also)})` : ''}`;
}
