/** The company's authority as roll-out scripts name it: a PEM file, read once at the start. */
import { readFileSync } from 'node:fs';
import { maxAuthority } from '../../shared/connection/authority';
import type { AuthorityAnswer } from '../../shared/connection/authority';
import { fail, ok } from '../../shared/result';
import type { Result } from '../../shared/result';
import { parseAuthority } from './authority';

type Refusal = Extract<AuthorityAnswer, { status: 'refused' }>['why'];

/** For the person at the command line, and for the log. */
const words: Record<Refusal, string> = {
  noCertificate: 'no certificate (PEM) is in it',
  damaged: 'a certificate in it is damaged',
  privateKey: 'a private key is in it, which must stay at the authority',
};

/** The error goes on after the name of the file. */
export function readAuthorityFile(file: string): Result<string, string> {
  let pem: string;
  try {
    pem = readFileSync(file, 'utf8');
  } catch (error) {
    return fail(`it cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
  if (pem.length > maxAuthority) return fail(`it is longer than ${maxAuthority} characters`);
  const parsed = parseAuthority(pem);
  return parsed.ok ? ok(pem) : fail(words[parsed.error]);
}
