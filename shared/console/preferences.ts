/** What an assistant likes: kept on the assistant's machine, in force at once (product §6). */
import { z } from 'zod';

export const languages = ['en', 'fr', 'de', 'es', 'zh-Hant', 'ar'] as const;
export type Language = (typeof languages)[number];

export const ringSounds = ['bell', 'chime', 'pulse'] as const;
export type RingSound = (typeof ringSounds)[number];

export const themes = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

/** Per cent of the normal size. */
export const textSizes = [90, 100, 115, 130, 150] as const;

export const Preferences = z.object({
  version: z.literal(1),
  theme: z.enum(themes),
  textSize: z.literal(textSizes),
  language: z.enum(['system', ...languages]),
  /** Bring the window to the front on a new call; it never takes the focus. */
  popToFront: z.boolean(),
  startWithComputer: z.boolean(),
  notifications: z.boolean(),
  ring: z.object({
    on: z.boolean(),
    sound: z.enum(ringSounds),
    /** 0 to 1. */
    volume: z.number().min(0).max(1),
    /** As `enumerateDevices` names it; null is the system's default. */
    deviceId: z.string().max(200).nullable(),
  }),
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
  notifications: true,
  ring: { on: true, sound: 'bell', volume: 0.7, deviceId: null },
  shortcuts: {},
};
