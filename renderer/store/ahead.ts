/**
 * A document as this window has just changed it, shown at once while the host is still writing it down: a key pressed right after it builds on
 * what is shown, and nothing flickers back.
 */

export interface Ahead<T> {
  readonly change: (wanted: T) => void;
  /** What the host says: false where this window is ahead of it, and goes on showing what it has. */
  readonly hear: (said: T) => boolean;
}

/** `write` resolves with what is in force now, or with null where it could not be written: then the host's word is shown again. */
export function aheadOf<T>(initial: T, show: (value: T) => void, write: (wanted: T) => Promise<T | null>): Ahead<T> {
  let said = initial;
  let onTheWay = 0;
  const settle = (written: T | null): void => {
    onTheWay -= 1;
    if (written !== null) said = written;
    if (onTheWay === 0) show(said);
  };
  return {
    change: (wanted) => {
      onTheWay += 1;
      show(wanted);
      void write(wanted).then(settle);
    },
    hear: (value) => {
      said = value;
      return onTheWay === 0;
    },
  };
}
