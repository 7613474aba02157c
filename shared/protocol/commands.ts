/** What an assistant can ask the service to do. Names are ECMA-269 services where one fits. */
import { z } from 'zod';
import { FilterMode } from '../calls/model';
import { ConnectionId, Dn, LineId, UserId } from '../ids';

export const ManagerFeature = z.enum(['doNotDisturb', 'divertAll', 'filterOn']);
export type ManagerFeature = z.infer<typeof ManagerFeature>;

export const Command = z.discriminatedUnion('type', [
  z.object({ type: z.literal('makeCall'), lineId: LineId, to: Dn }),
  z.object({ type: z.literal('answer'), connectionId: ConnectionId }),
  z.object({ type: z.literal('hangUp'), connectionId: ConnectionId }),
  z.object({ type: z.literal('hold'), connectionId: ConnectionId }),
  z.object({ type: z.literal('retrieve'), connectionId: ConnectionId }),
  /** Blind transfer (ECMA-269 single step transfer). */
  z.object({ type: z.literal('transfer'), connectionId: ConnectionId, to: Dn }),
  /** To the manager the call was for, past the filter (product §6). */
  z.object({ type: z.literal('redirect'), connectionId: ConnectionId }),
  z.object({ type: z.literal('setFeature'), managerId: UserId, feature: ManagerFeature, on: z.boolean() }),
  z.object({ type: z.literal('setFilterMode'), managerId: UserId, mode: FilterMode }),
  /** Replaces one whole list; each pattern is checked with shared/routing/pattern. */
  z.object({
    type: z.literal('setPatterns'),
    managerId: UserId,
    mode: FilterMode,
    patterns: z.array(z.string().max(64)).max(200),
  }),
]);
export type Command = z.infer<typeof Command>;
