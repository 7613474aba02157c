import type { DirectoryEntry } from '../../shared/protocol/messages';

/** As a directory sorts it: last name first. */
export function listName(entry: Pick<DirectoryEntry, 'firstName' | 'lastName'>): string {
  return [entry.lastName, entry.firstName].filter((part) => part !== '').join(', ');
}

/** As one speaks: first name first. */
export function spokenName(entry: Pick<DirectoryEntry, 'firstName' | 'lastName'>): string {
  return [entry.firstName, entry.lastName].filter((part) => part !== '').join(' ');
}
