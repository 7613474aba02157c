/** Service parameters (product §4): stored as text, each with its default. */
import { z } from 'zod';
import type { Db } from './open';

const period = z.coerce.number().int().min(1_000).max(600_000);
const yes = z.enum(['true', 'false']).transform((text) => text === 'true');

/** Milliseconds. A value that can't be read counts as not set. */
const Parameters = z.object({
  heartbeatIntervalMs: period.catch(30_000),
  requestTimeoutMs: period.catch(30_000),
  divertAllAppliesToFiltered: yes.catch(false),
  /** Pass an unanswered call on to the next available assistant. */
  rnaForwardCalls: yes.catch(false),
  /** How long an assistant may ring. */
  rnaTimeoutMs: period.catch(10_000),
  redirectToManagerIfUnreachable: yes.catch(false),
  /** Else digits only. */
  alphanumericUserIds: yes.catch(true),
});
export type Parameters = Readonly<z.infer<typeof Parameters>>;

export async function loadParameters(db: Db): Promise<Parameters> {
  const rows = await db.selectFrom('parameters').selectAll().execute();
  return Parameters.parse(Object.fromEntries(rows.map((row) => [row.key, row.value])));
}
