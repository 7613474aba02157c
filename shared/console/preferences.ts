/** What an assistant likes: kept on the assistant's machine, in force at once (product §6). */
import { z } from 'zod';
import { SystemKeys, noSystemKeys } from '../desktop/systemKeys';
import { languages, ringSounds, textSizes, themes } from './choices';

export const Preferences = z.object({
  version: z.literal(1),
  theme: z.enum(themes),
  textSize: z.literal(textSizes),
  language: z.enum(['system', ...languages]),
  /** Bring the window to the front on a new call; it never takes the focus. */
  popToFront: z.boolean(),
  startWithComputer: z.boolean(),
  /** Closing the window leaves the console running in the tray, where it can still ring. */
  closeToTray: z.boolean().default(false),
  /** Look for newer versions of the console. */
  updates: z.boolean().default(true),
  notifications: z.boolean(),
  /** Keep a masked recording of each session on this machine (product §8). */
  recordSessions: z.boolean().default(true),
  ring: z.object({
    on: z.boolean(),
    sound: z.enum(ringSounds),
    /** 0 to 1. */
    volume: z.number().min(0).max(1),
    /** As `enumerateDevices` names it; null is the system's default. */
    deviceId: z.string().max(200).nullable(),
  }),
  /** Keys that work in every program. */
  systemKeys: SystemKeys.default(noSystemKeys),
  /** Shortcuts that differ from the command's own, by the command's name; an empty list takes them all away. */
  shortcuts: z.record(z.string().max(40), z.array(z.string().max(40)).max(4)),
});
export type Preferences = z.infer<typeof Preferences>;

export const defaultPreferences: Preferences = {
  version: 1,
  theme: 'system',
  textSize: 100,
  language: 'system',
  popToFront: false,
  startWithComputer: false,
  closeToTray: false,
  updates: true,
  notifications: true,
  recordSessions: true,
  ring: { on: true, sound: 'bell', volume: 0.7, deviceId: null },
  systemKeys: noSystemKeys,
  shortcuts: {},
};
