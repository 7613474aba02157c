/** Whose consoles show what: so that one event costs one assistant's projection, not everybody's. */
import type { LineId, PhoneId, UserId } from '../../shared/ids';
import type { Company } from '../store/company';

export interface Audience {
  atLine(lineId: LineId): readonly UserId[];
  atPhone(phoneId: PhoneId): readonly UserId[];
  /** Assistants of this manager. */
  ofManager(managerId: UserId): readonly UserId[];
  /** This assistant and all who share a manager with it: they show whether it is online. */
  ofAssistant(userId: UserId): readonly UserId[];
}

export function audienceOf(company: Company): Audience {
  const lines = new Map<LineId, UserId[]>();
  const phones = new Map<PhoneId, UserId[]>();
  const managers = new Map<UserId, UserId[]>();
  for (const manager of company.managers.values()) {
    const serving = manager.assistants.map(({ userId }) => userId);
    managers.set(manager.userId, serving);
    phones.set(manager.phoneId, serving);
    lines.set(manager.lineId, serving);
  }
  for (const assistant of company.assistants.values()) {
    for (const line of assistant.lines) {
      const manager = line.managerId === null ? undefined : company.managers.get(line.managerId);
      // Who has a call on a shared line is shown at all its appearances.
      const sharing = line.kind === 'manager' && manager?.mode === 'shared' ? (managers.get(manager.userId) ?? []) : [];
      const showing = new Set([...(lines.get(line.lineId) ?? []), ...sharing, assistant.userId]);
      lines.set(line.lineId, [...showing]);
    }
  }
  return {
    atLine: (lineId) => lines.get(lineId) ?? [],
    atPhone: (phoneId) => phones.get(phoneId) ?? [],
    ofManager: (managerId) => managers.get(managerId) ?? [],
    ofAssistant(userId) {
      const served = company.assistants.get(userId)?.managers ?? [];
      return [...new Set([userId, ...served.flatMap((managerId) => managers.get(managerId) ?? [])])];
    },
  };
}
