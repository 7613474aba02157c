/** What there is to choose from in the preferences and settings; their schemas are in preferences.ts and bridge.ts. */

export const languages = ['en', 'fr', 'de', 'es', 'zh-Hant', 'ar'] as const;
export type Language = (typeof languages)[number];

export const ringSounds = ['bell', 'chime', 'pulse'] as const;
export type RingSound = (typeof ringSounds)[number];

export const themes = ['system', 'light', 'dark', 'contrast'] as const;

/** Per cent of the normal size. */
export const textSizes = [90, 100, 115, 130, 150] as const;

export const logLevels = ['error', 'warn', 'info', 'debug'] as const;
