/** Users and their own lines. */
import { Dn } from '../../shared/ids';
import { limits } from '../../shared/limits';
import type { Parameters } from '../store/parameters';
import { linesByUser, type Configuration, type User } from './configuration';
import type { Report } from './problem';

export const longestName = 200;
const longestId = 64;

export function checkUsers(configuration: Configuration, parameters: Parameters, report: Report): void {
  const lines = linesByUser(configuration);
  const count = { manager: 0, assistant: 0 };
  const most = { manager: limits.managersPerCluster, assistant: limits.assistantsPerCluster };
  for (const user of configuration.users.values()) {
    const at = (column: string, message: string) => report('users', user.userId, column, message);
    checkUser(user, parameters, at);
    count[user.role] += 1;
    // Told once, at the first one too many.
    if (count[user.role] === most[user.role] + 1) {
      at('userId', `too many ${user.role}s: the limit is ${most[user.role]} ${user.role}s a cluster`);
    }
    const own = (lines.get(user.userId) ?? []).filter(({ kind }) => kind === 'own');
    if (own.length === 0) at('dn', 'there is no own line: every user has exactly one');
    if (own.length > 1) at('dn', `there are ${own.length} own lines: every user has exactly one`);
  }
}

function checkUser(user: User, parameters: Parameters, at: (column: string, message: string) => void): void {
  const { userId, firstName, lastName, pool, redirectTo, role } = user;
  if (!isId(userId)) at('userId', `a user id has 1 to ${longestId} characters, no spaces among them`);
  else if (!parameters.alphanumericUserIds && !/^\d+$/.test(userId)) {
    at('userId', 'a user id holds digits only (parameter alphanumericUserIds is false)');
  }
  if (firstName === '' && lastName === '') at('lastName', 'a user has a first or a last name');
  for (const [column, name] of [
    ['firstName', firstName],
    ['lastName', lastName],
  ] as const) {
    const problem = textProblem(name);
    if (problem) at(column, problem);
  }
  if (!Number.isInteger(pool) || pool < 1 || pool > limits.pools) {
    at('pool', `there is no pool ${pool}: the limit is ${limits.pools} pools, numbered from 1`);
  }
  if (redirectTo !== null && role === 'manager') at('redirectTo', 'only assistants have a redirect target');
  else if (redirectTo !== null && !isDn(redirectTo)) at('redirectTo', notDn(redirectTo));
  if (user.voicemail && role === 'assistant') at('voicemail', 'only managers have voicemail');
}

/** Null where `text` may be a name. */
export function textProblem(text: string): string | null {
  if (text.length > longestName) return `${text.length} characters: at most ${longestName} are allowed`;
  // PostgreSQL stores no NUL, and a line break in a name would be two lines in every list.
  if (/\p{Cc}/u.test(text)) return 'line breaks and other control characters are not allowed';
  return null;
}

/** Ids of users, lines and phones. */
export function isId(text: string): boolean {
  return text.length <= longestId && /^[^\s\p{Cc}]+$/u.test(text);
}

export function isDn(text: string): boolean {
  return Dn.safeParse(text).success;
}

export function notDn(text: string): string {
  return `"${text}" is not a number that can be dialled: up to 32 digits, * or #, a + in front`;
}
