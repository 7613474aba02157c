/** The company's authority as roll-out scripts name it: a PEM file, read once at the start. */
import { maxAuthority } from '../../shared/connection/authority';
import type { AuthorityAnswer } from '../../shared/connection/authority';
import { fail, ok } from '../../shared/result';
import type { Result } from '../../shared/result';
import { parseAuthority } from './authority';
import { readSmallFile } from './files/smallFile';

type Refusal = Extract<AuthorityAnswer, { status: 'refused' }>['why'];

/** For the person at the command line, and for the log. */
const words: Record<Refusal, string> = {
  noCertificate: 'no certificate (PEM) is in it',
  damaged: 'a certificate in it is damaged',
  privateKey: 'a private key is in it, which must stay at the authority',
};

/** Bytes; a character of UTF-8 has four at most. */
const most = 4 * maxAuthority;

/** The error goes on after the name of the file. */
export function readAuthorityFile(file: string): Result<string, string> {
  const read = readSmallFile(file, most);
  if (!read.ok) return fail(`it cannot be read (${read.error})`);
  const pem = read.value.toString('utf8');
  if (pem.length > maxAuthority) return fail(`it is longer than ${maxAuthority} characters`);
  const parsed = parseAuthority(pem);
  return parsed.ok ? ok(pem) : fail(words[parsed.error]);
}
