/** Lines: each has an owner, a number of its own (only a shared line repeats one), a phone, and a purpose. */
import { isDn, isId, notDn } from './checkUsers';
import { linesByUser, ownLine, type Configuration, type Line } from './configuration';
import type { Place, Report } from './problem';

/** Own lines are columns of the users' sheet. */
export function placeOfLine(line: Line): Place {
  return line.kind === 'own' ? { sheet: 'users', key: line.userId } : { sheet: 'lines', key: line.lineId };
}

export function checkLines(configuration: Configuration, report: Report): void {
  const serving = new Map(
    [...configuration.associations.values()].map((association) => [association.lineId, association]),
  );
  for (const line of configuration.lines.values()) {
    const { sheet, key } = placeOfLine(line);
    const at = (column: string, message: string) => report(sheet, key, column, message);
    if (!isId(line.lineId)) at('lineId', 'a line id has 1 to 64 characters, no spaces among them');
    if (!isId(line.phoneId)) at('phone', 'a phone id has 1 to 64 characters, no spaces among them');
    if (!isDn(line.dn)) at('dn', notDn(line.dn));
    const { forManager } = line;
    if (forManager !== undefined && configuration.users.get(forManager)?.role !== 'manager')
      at('forManager', `${forManager} is not a manager`);
    const owner = configuration.users.get(line.userId);
    if (!owner) at('userId', `there is no user ${line.userId}`);
    else if (line.kind === 'proxy' || line.kind === 'shared') {
      if (owner.role !== 'assistant')
        at('userId', `a ${line.kind} line belongs to an assistant; ${line.userId} is a manager`);
      else if (owner.mode !== line.kind) {
        at('kind', `${line.userId} works in ${owner.mode} line mode; one assistant uses one mode, never both`);
      }
      if (!serving.has(line.lineId)) at('lineId', `this ${line.kind} line is for no manager: no association names it`);
    }
  }
  checkNumbers(configuration, report);
  checkPhones(configuration, report);
}

/** No number twice, but appearances of a shared line. */
function checkNumbers(configuration: Configuration, report: Report): void {
  const first = new Map<string, Line>();
  for (const line of configuration.lines.values()) {
    if (line.kind === 'shared') continue;
    const other = first.get(line.dn);
    if (!other) {
      first.set(line.dn, line);
      continue;
    }
    const { sheet, key } = placeOfLine(line);
    report(sheet, key, 'dn', twice(line, other, configuration), placeOfLine(other));
  }
}

function twice(line: Line, other: Line, { users }: Configuration): string {
  const { dn } = line;
  const isManagers = ({ kind, userId }: Line) => kind === 'own' && users.get(userId)?.role === 'manager';
  if (isManagers(line) && isManagers(other)) return `${dn} is given to two managers`;
  if (line.kind === 'proxy' && other.kind === 'proxy') return `${dn} is given to two proxy lines`;
  return `${dn} is given to two lines`;
}

/** All lines of a person are on one phone, and nobody else's are. The own line comes first. */
function checkPhones(configuration: Configuration, report: Report): void {
  const holder = new Map<string, Line>();
  for (const lines of linesByUser(configuration).values()) {
    const own = ownLine(lines);
    if (!own) continue;
    const other = holder.get(own.phoneId);
    if (other) {
      report('users', own.userId, 'phone', `${own.phoneId} is given to two people`, {
        sheet: 'users',
        key: other.userId,
      });
    }
    holder.set(own.phoneId, own);
    for (const line of lines) {
      if (line.kind === 'own') continue;
      if (line.phoneId !== own.phoneId) {
        report(
          'lines',
          line.lineId,
          'phone',
          `the line is on ${line.phoneId}, but ${line.userId} has the phone ${own.phoneId}`,
        );
      }
      if (line.position <= own.position)
        report('lines', line.lineId, 'position', "a user's own line comes first (position 0)");
    }
  }
}
