/**
 * Where a call to a manager has to ring (product §5), written down a second time and in another way than the code under test:
 * whoever changes one of them by mistake is told by the other.
 */

export interface ManagerModel {
  readonly userId: string;
  readonly dn: string;
  /** In their configured order, with the number of the proxy line. */
  readonly assistants: readonly { readonly userId: string; readonly proxyDn: string }[];
  defaultAssistant: string;
  divertAll: boolean;
  /** An assistant's user id, a number, or null for the active assistant. */
  divertTo: { readonly assistant: string } | { readonly number: string } | null;
  filterOn: boolean;
  filterMode: 'inclusive' | 'exclusive';
  inclusive: readonly string[];
  exclusive: readonly string[];
  forwardedTo: string | null;
}

/** The DN that has to ring first. `online`: assistants in charge of a console and not offline. `always`: divert all also for what the filter lets through. */
export function expectedDn(
  manager: ManagerModel,
  caller: string,
  online: ReadonlySet<string>,
  always: boolean,
): string {
  if (manager.forwardedTo) return manager.forwardedTo;
  const active = activeOf(manager, online);
  if (!active) return manager.dn;
  const atActive = proxyOf(manager, active);
  const divert = divertDn(manager, online, atActive);
  if (manager.filterMode === 'exclusive') {
    const listed = manager.exclusive.some((pattern) => fits(pattern, caller));
    return listed || manager.divertAll ? divert : manager.dn;
  }
  if (!manager.filterOn) return manager.divertAll ? divert : manager.dn;
  if (!manager.inclusive.some((pattern) => fits(pattern, caller))) return atActive;
  return manager.divertAll && always ? divert : manager.dn;
}

/** The default assistant when online, else the first who is. */
export function activeOf(manager: ManagerModel, online: ReadonlySet<string>): string | null {
  if (online.has(manager.defaultAssistant)) return manager.defaultAssistant;
  return manager.assistants.find(({ userId }) => online.has(userId))?.userId ?? null;
}

function divertDn(manager: ManagerModel, online: ReadonlySet<string>, atActive: string): string {
  const { divertTo } = manager;
  if (divertTo === null) return atActive;
  if ('number' in divertTo) return divertTo.number;
  return online.has(divertTo.assistant) ? proxyOf(manager, divertTo.assistant) : atActive;
}

function proxyOf(manager: ManagerModel, assistant: string): string {
  return manager.assistants.find(({ userId }) => userId === assistant)?.proxyDn ?? manager.dn;
}

function fits(pattern: string, caller: string): boolean {
  const body = pattern.replaceAll('*', '[0-9]*').replaceAll('X', '[0-9]');
  return new RegExp(`^${body}$`).test(caller.replace(/^\+/, ''));
}
