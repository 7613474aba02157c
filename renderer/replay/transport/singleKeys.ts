/** Whether single letters and signs are shortcuts: kept in this browser; where nothing can be kept, they are. */
const place = 'replay.singleKeys';

export function keptSingle(): boolean {
  try {
    return localStorage.getItem(place) !== 'off';
  } catch {
    return true;
  }
}

export function keepSingle(single: boolean): void {
  try {
    localStorage.setItem(place, single ? 'on' : 'off');
  } catch {
    // In force for this window all the same.
  }
}
