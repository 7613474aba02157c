/** What an assistant can ask the service to do. Names are ECMA-269 services where one fits. */
import { z } from 'zod';
import { ConsultPurpose, DivertTarget, FilterMode } from '../calls/model';
import { maxParties } from '../calls/parties';
import { digitsPattern } from '../idChecks';
import { ConnectionId, Dn, LineId, UserId } from '../ids';

export const ManagerFeature = z.enum(['doNotDisturb', 'divertAll', 'filterOn', 'assistantWatch', 'alertTone']);
export type ManagerFeature = z.infer<typeof ManagerFeature>;

/** Keys of a telephone's keypad. */
export const Digits = z.string().regex(digitsPattern).brand<'Digits'>();
export type Digits = z.infer<typeof Digits>;

const PatternTexts = z.array(z.string().max(64)).max(200);

export const Command = z.discriminatedUnion('type', [
  z.object({ type: z.literal('makeCall'), lineId: LineId, to: Dn }),
  z.object({ type: z.literal('answer'), connectionId: ConnectionId }),
  z.object({ type: z.literal('hangUp'), connectionId: ConnectionId }),
  z.object({ type: z.literal('hold'), connectionId: ConnectionId }),
  z.object({ type: z.literal('retrieve'), connectionId: ConnectionId }),
  /** Blind transfer (ECMA-269 single step transfer). */
  z.object({ type: z.literal('transfer'), connectionId: ConnectionId, to: Dn }),
  /** To the assistant's redirect target; by default to the manager the call was for, past the filter (product §6). */
  z.object({ type: z.literal('redirect'), connectionId: ConnectionId }),
  /** To the voicemail box of the manager the call was for. */
  z.object({ type: z.literal('toVoicemail'), connectionId: ConnectionId }),
  /** Begins a consult transfer or a conference (ECMA-269 consultation call): this call waits on hold, `to` is called from the same line. */
  z.object({ type: z.literal('consult'), connectionId: ConnectionId, to: Dn, purpose: ConsultPurpose }),
  /** Gives a consultation up (ECMA-269 reconnect call): the party who was asked is let go, the waiting call is taken up. Either of the two may be named. */
  z.object({ type: z.literal('cancelConsult'), connectionId: ConnectionId }),
  /** Joins the parties of two of the assistant's calls and leaves (ECMA-269 transfer call); also completes a consult transfer, while it rings too. */
  z.object({ type: z.literal('directTransfer'), connectionId: ConnectionId, with: ConnectionId }),
  /** Makes one call of several, the assistant stays in it (ECMA-269 conference call); also completes a conference. */
  z.object({
    type: z.literal('join'),
    connectionId: ConnectionId,
    with: z
      .array(ConnectionId)
      .min(1)
      .max(maxParties - 1),
  }),
  /** Keypad: tones into a call that is talked in (ECMA-269 generate digits). */
  z.object({ type: z.literal('sendDigits'), connectionId: ConnectionId, digits: Digits }),
  z.object({ type: z.literal('setFeature'), managerId: UserId, feature: ManagerFeature, on: z.boolean() }),
  z.object({ type: z.literal('setFilterMode'), managerId: UserId, mode: FilterMode }),
  /**
   * Replaces one whole list; each pattern is checked with shared/routing/pattern. `was`, here and below: what whoever asks was shown;
   * where it is something else by now, the change is refused (`staleState`) and nothing is overwritten unseen.
   */
  z.object({
    type: z.literal('setPatterns'),
    managerId: UserId,
    mode: FilterMode,
    patterns: PatternTexts,
    was: PatternTexts.exactOptional(),
  }),
  z.object({
    type: z.literal('setDivertTarget'),
    managerId: UserId,
    target: DivertTarget,
    was: DivertTarget.exactOptional(),
  }),
  z.object({
    type: z.literal('setDefaultAssistant'),
    managerId: UserId,
    assistantId: UserId,
    was: UserId.nullable().exactOptional(),
  }),
  /** The assistant's own: where Redirect sends calls; null is the default of the mode. */
  z.object({ type: z.literal('setRedirectTarget'), number: Dn.nullable() }),
  /** Go offline or online without logging out (proxy line mode only). */
  z.object({ type: z.literal('setOnline'), online: z.boolean() }),
]);
export type Command = z.infer<typeof Command>;
