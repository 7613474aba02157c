/**
 * `npm run feed -- sign FOLDER [--staging 20]`: signs every `latest*.yml` in a folder of installers, with the key in UPDATE_FEED_PRIVATE_KEY, after it
 * has compared what they say with the files beside them. `npm run feed -- keys` makes a new pair. See docs/release-checklist.md.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { liesOf, newKeys, publicKeyOf, readPrivateKey, signatureOf, withStaging } from '../package/feed';
import { done, failed } from './report';

function percentageOf(text: string): number {
  const percentage = Number(text);
  if (!Number.isInteger(percentage) || percentage < 1 || percentage > 100)
    throw new InvalidArgumentError('A whole number from 1 to 100.');
  return percentage;
}

function signAll(folder: string, staging: number | undefined): void {
  const key = readPrivateKey(process.env['UPDATE_FEED_PRIVATE_KEY'] ?? '');
  const built = process.env['UPDATE_FEED_PUBLIC_KEY'];
  // An app with another key in it would never take an update again, not even the one that puts this right.
  if (built !== undefined && built !== '' && built !== publicKeyOf(key))
    throw new Error('UPDATE_FEED_PUBLIC_KEY, which is built into the app, does not belong to the private key');
  const feeds = readdirSync(folder).filter((name) => /^latest[\w-]*\.yml$/.test(name));
  if (feeds.length === 0) throw new Error(`${folder} has no latest*.yml`);
  const read = (name: string): Uint8Array | null => {
    const file = path.join(folder, name);
    return existsSync(file) ? readFileSync(file) : null;
  };
  const texts = feeds.map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));
  const lies = texts.flatMap(({ name, text }) => liesOf(text, read).map((lie) => `${name}: ${lie}`));
  if (lies.length > 0) throw new Error(`Not signed. ${lies.join('; ')}`);
  for (const { name, text } of texts) {
    const bytes = Buffer.from(withStaging(text, staging === undefined || staging === 100 ? null : staging));
    writeFileSync(path.join(folder, name), bytes);
    writeFileSync(path.join(folder, `${name}.sig`), signatureOf(bytes, key));
    done(`${name} signed, for ${staging ?? 100} of 100`);
  }
}

const program = new Command('npm run feed --');
program
  .command('sign')
  .argument('<folder>', 'with the installers and their latest*.yml')
  .option('--staging <percentage>', 'how many of a hundred are offered it', percentageOf)
  .action((folder: string, { staging }: { readonly staging?: number }) => signAll(folder, staging));
program.command('keys').action(() => {
  const { privateKey, publicKey } = newKeys();
  console.log(`UPDATE_FEED_PRIVATE_KEY=${privateKey}\nUPDATE_FEED_PUBLIC_KEY=${publicKey}`);
});

try {
  program.parse();
} catch (error) {
  failed(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
