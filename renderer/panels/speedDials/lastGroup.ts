/** The group that was chosen last: what is added one after the other mostly goes together. */
let last: string | null = null;

export function lastGroup(): string | null {
  return last;
}

export function rememberGroup(id: string): void {
  last = id;
}
