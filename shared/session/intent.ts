/** What a person does at the screen, as far as it is told to the core and recorded. */
import { z } from 'zod';
import { ConnectionId, UserId } from '../ids';

/** How somebody gave a command. */
export const intentWays = ['key', 'click', 'menu', 'palette', 'drag'] as const;

/** What a person did at the screen: a command of the registry, never what was typed. */
export const Intent = z.object({
  way: z.enum(intentWays),
  /** The name of a command of the registry, `transfer`. */
  command: z.string().max(40),
  /** The keys pressed for it, as the registry writes them, `F7`; null where none were. */
  keys: z.string().max(40).nullable(),
});
export type Intent = z.infer<typeof Intent>;

/** What is selected and open on the screen, where it has changed. */
export const ScreenView = z.object({
  selected: ConnectionId.nullable(),
  selectedManager: UserId.nullable(),
  /** The kind of the dialog or popover that lies over the panels. */
  overlay: z.string().max(40).nullable(),
});
export type ScreenView = z.infer<typeof ScreenView>;
