/** What the phones page is told: the switch's truth and how to show each phone. Also what end-to-end tests compare the screen with. */
import { z } from 'zod';
import { Dn, PhoneId } from '../../../shared/ids';
import { SwitchSnapshot } from '../port';

const PhoneGroup = z.enum(['managers', 'assistants', 'colleagues', 'outside']);

export const PhonesView = SwitchSnapshot.extend({
  /** The switch's clock, milliseconds: running times are counted from it. */
  now: z.number(),
  listings: z.array(z.object({ phoneId: PhoneId, group: PhoneGroup, department: z.string(), featured: z.boolean() })),
  /** The managers' numbers: calls from ordinary phones wait there for the service. */
  routePoints: z.array(Dn),
});
export type PhonesView = z.infer<typeof PhonesView>;
