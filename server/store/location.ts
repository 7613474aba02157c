/** Where the store is: a file (SQLite, one machine) or the address of a database (PostgreSQL, two machines or more). */

/** Anything that does not look like an address is the name of a file. */
export function isPostgresUrl(place: string): boolean {
  return /^postgres(ql)?:\/\//i.test(place);
}

/** For messages and logs: an address without the user, the password and the options it holds. */
export function nameOfStore(place: string): string {
  if (!isPostgresUrl(place)) return place;
  const { host, pathname } = new URL(place);
  return `postgres://${host}${pathname}`;
}

/** What is wrong with it, or null. Never repeats it: it may hold a password. */
export function whatIsWrongWith(place: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(place) && !isPostgresUrl(place)) {
    return 'only postgres:// addresses and files are supported';
  }
  if (!isPostgresUrl(place)) return null;
  if (!URL.canParse(place)) return 'not a valid address: postgres://user:password@host:port/database';
  return new URL(place).pathname.length > 1 ? null : 'the address names no database: postgres://…/database';
}
