/** Names of recordings and of their files. */
import { fileExtension } from '../../../shared/session/format';

export interface PartName {
  readonly id: string;
  readonly part: number;
}

/** `20261122-161301-4f2a9c`: by the clock of the world, so that names sort by time; `chance` keeps two of one second apart. */
export function newId(wallNow: number, chance: string): string {
  const text = new Date(wallNow).toISOString();
  return `${text.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}-${chance}`;
}

export function fileName({ id, part }: PartName): string {
  return `${id}.${part}${fileExtension}`;
}

/** Null for a file that is none of ours: it is left alone. */
export function partOf(name: string): PartName | null {
  const { id, part } = /^(?<id>[0-9A-Za-z-]{1,64})\.(?<part>\d{1,6})\.acsession$/.exec(name)?.groups ?? {};
  return id === undefined || part === undefined ? null : { id, part: Number(part) };
}
