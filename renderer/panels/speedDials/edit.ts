/** Changes of the list of speed dials. Pure: new ids are given by the caller, what is put in has been checked (`problems`). */
import type { SpeedDial, SpeedDialGroup, SpeedDials } from '../../../shared/console/speedDials';

export function addGroup(dials: SpeedDials, group: SpeedDialGroup): SpeedDials {
  return { ...dials, groups: [...dials.groups, group] };
}

export function changeGroup(dials: SpeedDials, id: string, change: Partial<Omit<SpeedDialGroup, 'id'>>): SpeedDials {
  return { ...dials, groups: dials.groups.map((group) => (group.id === id ? { ...group, ...change } : group)) };
}

/** With everything in it. */
export function deleteGroup(dials: SpeedDials, id: string): SpeedDials {
  return {
    ...dials,
    groups: dials.groups.filter((group) => group.id !== id),
    entries: dials.entries.filter(({ groupId }) => groupId !== id),
  };
}

/** One place up or down; as it was where there is no such place. */
export function moveGroup(dials: SpeedDials, id: string, step: 1 | -1): SpeedDials {
  const at = dials.groups.findIndex((group) => group.id === id);
  const group = dials.groups[at];
  const other = dials.groups[at + step];
  if (group === undefined || other === undefined) return dials;
  return { ...dials, groups: dials.groups.with(at, other).with(at + step, group) };
}

export function addEntry(dials: SpeedDials, entry: SpeedDial): SpeedDials {
  return { ...dials, entries: [...dials.entries, entry] };
}

export function changeEntry(dials: SpeedDials, id: string, change: Partial<Omit<SpeedDial, 'id'>>): SpeedDials {
  return { ...dials, entries: dials.entries.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)) };
}

export function deleteEntry(dials: SpeedDials, id: string): SpeedDials {
  return { ...dials, entries: dials.entries.filter((entry) => entry.id !== id) };
}

/** The same groups and entries in the same places; what is folded and how it is sorted is only a way to look at them. */
export function sameContents(a: SpeedDials, b: SpeedDials): boolean {
  return contents(a) === contents(b);
}

function contents({ groups, entries }: SpeedDials): string {
  return JSON.stringify([
    groups.map(({ id, name }) => [id, name]),
    entries.map(({ id, groupId, name, number, notes }) => [id, groupId, name, number, notes]),
  ]);
}
