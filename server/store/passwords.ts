/** Argon2id (the library's default) with OWASP's first choice of cost: 19 MiB, two passes, one lane; about 14 ms. */
import { hash, verify } from '@node-rs/argon2';
import { normalPassword } from '../../shared/accounts/passwordRules';

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(normalPassword(password), cost);
}

/** False also for a hash that can't be read: a damaged row lets nobody in. */
export async function isPassword(passwordHash: string, password: string): Promise<boolean> {
  try {
    return await verify(passwordHash, normalPassword(password));
  } catch {
    return false;
  }
}

/** Of no account: checked where there is none, so that an unknown user costs and takes as long as a wrong password. */
let nobodysHash: Promise<string> | null = null;

export async function isNobodysPassword(password: string): Promise<false> {
  nobodysHash ??= hashPassword('of no account');
  await isPassword(await nobodysHash, password);
  return false;
}
