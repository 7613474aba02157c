/** Reads a CSV file from the disk; a file that cannot be read is said in words. */
import { createReadStream } from 'node:fs';
import { reasonOf } from '../database';
import { Refusal } from '../refusal';
import { readCsv, type Heading } from './read';

const words: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such folder',
  EISDIR: 'it is a folder, not a file',
  EACCES: 'this account may not read it',
  EPERM: 'this account may not read it',
};

export async function* readCsvFile(file: string, heading: Heading): ReturnType<typeof readCsv> {
  try {
    yield* readCsv(createReadStream(file), heading);
  } catch (error) {
    throw new Refusal(`${file} cannot be read: ${whyNot(error)}`);
  }
}

function whyNot(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return words[code] ?? reasonOf(error);
}
