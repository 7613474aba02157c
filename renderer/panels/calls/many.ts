/** When calls are so many that only those in sight are put into the document: that costs measuring at every change, so not for a few. */
const most = 60;
/** Fewer than that again: a number that goes up and down by one does not build the list anew each time. */
const few = 30;

export function areMany(before: boolean, count: number): boolean {
  return before ? count >= few : count > most;
}
