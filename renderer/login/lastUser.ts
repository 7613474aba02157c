/** Who signed in last in this window, so that nobody has to type the user ID again when a session has ended. In memory only. */
let last = '';

export function lastUser(): string {
  return last;
}

export function rememberLastUser(userId: string): void {
  last = userId;
}
