/** Whose is what: finds a manager by route point, phone or line. Made anew with each configuration. */
import type { Dn, LineId, PhoneId, UserId } from '../../shared/ids';
import type { Company } from '../store/company';

export interface Owners {
  /** Null where the route point is none of ours: another pool answers for it. */
  atRoutePoint(dn: Dn): UserId | null;
  ofPhone(phoneId: PhoneId): UserId | null;
  /** Whose calls come in on this line of an assistant. */
  servedAt(lineId: LineId): UserId | null;
}

export function ownersOf(company: Company): Owners {
  const routePoints = new Map<Dn, UserId>();
  const phones = new Map<PhoneId, UserId>();
  const lines = new Map<LineId, UserId>();
  for (const { userId, dn, mode, phoneId, assistants } of company.managers.values()) {
    if (mode === 'proxy') routePoints.set(dn, userId);
    phones.set(phoneId, userId);
    for (const { lineId } of assistants) lines.set(lineId, userId);
  }
  return {
    atRoutePoint: (dn) => routePoints.get(dn) ?? null,
    ofPhone: (phoneId) => phones.get(phoneId) ?? null,
    servedAt: (lineId) => lines.get(lineId) ?? null,
  };
}
