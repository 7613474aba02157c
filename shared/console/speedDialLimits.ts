/** How much a list of speed dials holds, and what it can be sorted by; `speedDials.ts` has the schema. */

export const speedDialLimits = {
  entries: 2_000,
  groups: 100,
  nameLength: 120,
  notesLength: 500,
  numberLength: 64,
} as const;

export const speedDialColumns = ['name', 'number', 'notes'] as const;
export type SpeedDialColumn = (typeof speedDialColumns)[number];
