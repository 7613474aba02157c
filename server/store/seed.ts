/** Fills an empty store with the demo company. Two services may try at once: exactly one does it. */
import type { DirectoryEntry } from '../../shared/protocol/messages';
import {
  demoAssistants,
  demoLineId,
  demoManagers,
  demoPassword,
  demoPhoneId,
  intercomLinesOf,
  managerLinesOf,
} from '../demo/world';
import { directoryRow } from './directory';
import { durably, type Db, type Tx } from './open';
import { hashPassword } from './passwords';
import { flag } from './schema';

/** Something to see on the first day: two managers who filter already. */
const demoPatterns = [
  { managerId: 'akowalska', mode: 'inclusive', pattern: '49305557*' },
  { managerId: 'jtanaka', mode: 'exclusive', pattern: '88625550*' },
] as const;

/** True when this service did it. */
export async function seedDemo(db: Db, directory: readonly DirectoryEntry[]): Promise<boolean> {
  if (!(await isEmpty(db))) return false;
  // Hashing takes its time: not while holding the write lock.
  const people = [...demoManagers, ...demoAssistants];
  const hashes = await Promise.all(people.map(() => hashPassword(demoPassword)));
  return durably(db, async (tx) => {
    if (!(await isEmpty(tx))) return false;
    await addUsers(tx, hashes);
    await addLines(tx);
    await addAssociations(tx);
    await addSettings(tx);
    for (const entry of directory) await tx.insertInto('directory').values(directoryRow(entry)).execute();
    return true;
  });
}

async function isEmpty(db: Db): Promise<boolean> {
  return (await db.selectFrom('users').select('id').limit(1).executeTakeFirst()) === undefined;
}

async function addUsers(tx: Tx, hashes: readonly string[]): Promise<void> {
  const people = [
    ...demoManagers.map((person) => ({ person, role: 'manager' as const })),
    ...demoAssistants.map((person) => ({ person, role: 'assistant' as const })),
  ];
  const rows = people.map(({ person, role }, index) => ({
    id: person.userId,
    first_name: person.firstName,
    last_name: person.lastName,
    role,
    password_hash: hashes[index] ?? '',
    mode: person.mode,
    pool: 1,
    voicemail: flag(role === 'manager'),
    redirect_to: null,
  }));
  await tx.insertInto('users').values(rows).execute();
}

async function addLines(tx: Tx): Promise<void> {
  const managers = demoManagers.map((person) => {
    return {
      person,
      more: [
        { lineId: demoLineId(person.intercomDn), dn: person.intercomDn, kind: 'intercom' as const, forManager: null },
      ],
    };
  });
  const assistants = demoAssistants.map((person) => {
    const intercom = intercomLinesOf(person).map((line) => ({
      ...line,
      kind: 'intercom' as const,
      forManager: line.manager.userId,
    }));
    return { person, more: [...managerLinesOf(person).map((line) => ({ ...line, forManager: null })), ...intercom] };
  });
  const rows = [...managers, ...assistants].flatMap(({ person: { userId, dn }, more }) =>
    [{ lineId: demoLineId(dn), dn, kind: 'own' as const, forManager: null }, ...more].map((line, position) => ({
      id: line.lineId,
      user_id: userId,
      dn: line.dn,
      phone_id: demoPhoneId(dn),
      kind: line.kind,
      position,
      for_manager: line.forManager,
    })),
  );
  await tx.insertInto('lines').values(rows).execute();
}

async function addAssociations(tx: Tx): Promise<void> {
  const served = demoAssistants.flatMap((assistant) =>
    managerLinesOf(assistant).map((line) => ({ assistantId: assistant.userId, line })),
  );
  const rows = served.map(({ assistantId, line }, position) => ({
    manager_id: line.manager.userId,
    assistant_id: assistantId,
    line_id: line.lineId,
    position,
    is_default: flag(line.isDefault),
  }));
  await tx.insertInto('associations').values(rows).execute();
}

async function addSettings(tx: Tx): Promise<void> {
  for (const { userId, mode: lineMode } of demoManagers) {
    const mode = demoPatterns.find((entry) => entry.managerId === userId)?.mode ?? 'inclusive';
    await tx
      .insertInto('manager_settings')
      .values({
        manager_id: userId,
        divert_all: 0,
        divert_kind: lineMode === 'shared' ? 'none' : 'activeAssistant',
        divert_value: null,
        filter_on: 1,
        filter_mode: mode,
        assistant_watch: 1,
        alert_tone: 1,
      })
      .execute();
  }
  const rows = demoPatterns.map(({ managerId, mode, pattern }) => ({
    manager_id: managerId,
    mode,
    position: 0,
    pattern,
  }));
  await tx.insertInto('patterns').values(rows).execute();
}
