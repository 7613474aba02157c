/** Numbers an assistant keeps at hand, in groups of their own making (product §6). One list for each assistant, on the assistant's machine. */
import { z } from 'zod';
import { text } from '../text';
import { speedDialColumns, speedDialLimits } from './speedDialLimits';

const Id = text.min(1).max(64);

export const SpeedDial = z.object({
  id: Id,
  groupId: Id,
  name: z.string().min(1).max(speedDialLimits.nameLength),
  /** As the assistant wrote it; cleaned when it is dialled (shared/routing/dialString). */
  number: z.string().min(1).max(speedDialLimits.numberLength),
  notes: z.string().max(speedDialLimits.notesLength),
});
export type SpeedDial = z.infer<typeof SpeedDial>;

export const SpeedDialGroup = z.object({
  id: Id,
  name: z.string().min(1).max(speedDialLimits.nameLength),
  /** Only its name is shown. */
  collapsed: z.boolean().optional(),
});
export type SpeedDialGroup = z.infer<typeof SpeedDialGroup>;

export const SpeedDials = z
  .object({
    version: z.literal(1),
    groups: z.array(SpeedDialGroup).max(speedDialLimits.groups),
    /** Each in one of `groups`. */
    entries: z.array(SpeedDial).max(speedDialLimits.entries),
    /** How the entries of each group are sorted; by name where nothing is said. */
    sort: z.object({ by: z.enum(speedDialColumns), descending: z.boolean() }).optional(),
  })
  .refine(({ groups, entries }) => {
    const ids = new Set(groups.map(({ id }) => id));
    return entries.every(({ groupId }) => ids.has(groupId));
  }, 'an entry without its group')
  .refine(({ groups, entries }) => areDifferent(groups) && areDifferent(entries), 'two with one id');
export type SpeedDials = z.infer<typeof SpeedDials>;

export const noSpeedDials: SpeedDials = { version: 1, groups: [], entries: [] };

function areDifferent(items: readonly { readonly id: string }[]): boolean {
  return new Set(items.map(({ id }) => id)).size === items.length;
}
