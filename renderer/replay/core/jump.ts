/** What somebody types to go to a time: `12:03`, `12:03:20.4`, `+90s`, `-2m`, `+1:30`. Pure. */

export type Jump =
  /** Milliseconds after midnight of the day. */
  | { readonly kind: 'clock'; readonly ms: number }
  /** Milliseconds from here. */
  | { readonly kind: 'by'; readonly ms: number };

const units: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, min: 60_000, h: 3_600_000 };

/** Null where it is no time. Digits of any script are read. */
export function parseJump(text: string): Jump | null {
  const typed = westernDigits(text).trim().replace(/[−–]/g, '-').replace(/٫|,/g, '.');
  const clock = /^([01]?\d|2[0-3])[:.]([0-5]\d)(?:[:.]([0-5]\d(?:\.\d{1,3})?))?$/.exec(typed);
  if (clock) {
    const [, hours = '', minutes = '', seconds = '0'] = clock;
    return {
      kind: 'clock',
      ms: Math.round(Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1_000),
    };
  }
  const by = /^([+-])\s*(\d+(?:\.\d+)?)\s*(ms|s|min|m|h)?$/i.exec(typed);
  if (by) {
    const [, sign, amount = '', unit = 's'] = by;
    return {
      kind: 'by',
      ms: (sign === '-' ? -1 : 1) * Math.round(Number(amount) * (units[unit.toLowerCase()] ?? 1_000)),
    };
  }
  const span = /^([+-])\s*(\d+):([0-5]\d(?:\.\d{1,3})?)$/.exec(typed);
  if (!span) return null;
  const [, sign, minutes = '', seconds = ''] = span;
  return { kind: 'by', ms: (sign === '-' ? -1 : 1) * Math.round(Number(minutes) * 60_000 + Number(seconds) * 1_000) };
}

/** The first time of day like this at or after `first`; on the day itself where the recording began just after it. */
export function wallOfClock(ms: number, first: number, last: number): number {
  const midnight = new Date(first).setHours(0, 0, 0, 0);
  const wall = atClock(midnight, ms);
  if (wall >= first) return wall;
  const next = atClock(new Date(midnight).setDate(new Date(midnight).getDate() + 1), ms);
  return next <= last ? next : wall;
}

/** By the hands of the clock, not by adding: one day a year is shorter. */
function atClock(midnight: number, ms: number): number {
  return new Date(midnight).setHours(0, 0, 0, ms);
}

function westernDigits(text: string): string {
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}
