/** Keys that work in every program: *Answer* and *Hang up* only (product §6), and never without a modifier. */
import { z } from 'zod';

/** The commands that can have one. */
export const systemKeyCommands = ['answer', 'hangUp'] as const;
export type SystemKeyCommand = (typeof systemKeyCommands)[number];

/** As Electron spells keys (`Control+Alt+A`, `Command+Shift+F9`); null: none. What is in the preferences may be anything: `judgeSystemKeys` judges it. */
const Accelerator = z.string().max(60).nullable();
export const SystemKeys = z.object({ answer: Accelerator, hangUp: Accelerator });
export type SystemKeys = z.infer<typeof SystemKeys>;

export const noSystemKeys: SystemKeys = { answer: null, hangUp: null };

/** Refused before the system is asked. `reserved`: every program or the system itself uses them; `types`: they write a character; `same` as the other command's. */
export const systemKeyProblems = ['noModifier', 'notAKey', 'reserved', 'types', 'same'] as const;
export type SystemKeyProblem = (typeof systemKeyProblems)[number];

/** `taken`: another program has these keys. */
export const SystemKeyStatus = z.enum(['off', 'inForce', 'taken', ...systemKeyProblems]);
export type SystemKeyStatus = z.infer<typeof SystemKeyStatus>;

export const SystemKeysView = z.object({ answer: SystemKeyStatus, hangUp: SystemKeyStatus });
export type SystemKeysView = z.infer<typeof SystemKeysView>;

export const systemKeysOff: SystemKeysView = { answer: 'off', hangUp: 'off' };
