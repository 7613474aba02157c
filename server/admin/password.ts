/** A password comes from a prompt without echo or from standard input, never from an argument that everybody on the machine can see. */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { checkPassword, passwordProblemText } from '../../shared/accounts/passwordRules';
import type { AdminConsole } from './console';
import { Refusal } from './refusal';

/** Refuses one that breaks the rules, and two that differ at the prompt. */
export async function askPassword(console: AdminConsole, userId: string): Promise<string> {
  const password = console.stdin.isTTY === true ? await askTwice(console, userId) : await firstLine(console.stdin);
  const problems = passwordProblems(password, userId);
  if (problems.length > 0) throw new Refusal(problems.map((problem) => `password of ${userId}: ${problem}`));
  return password;
}

/** One sentence each. */
export function passwordProblems(password: string, userId: string): readonly string[] {
  return checkPassword(password, { userId }).map(passwordProblemText);
}

async function askTwice(console: AdminConsole, userId: string): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const input = createInterface({ input: console.stdin, output: silent, terminal: true });
  const aborted = new AbortController();
  input.on('SIGINT', () => aborted.abort());
  const ask = async (question: string) => {
    console.err(question);
    const answer = await input.question('', { signal: aborted.signal });
    console.err('\n');
    return answer;
  };
  try {
    const password = await ask(`New password of ${userId}: `);
    if (password !== (await ask('Once more: '))) throw new Refusal('the two passwords differ: nothing was changed');
    return password;
  } catch (error) {
    if (aborted.signal.aborted) throw new Refusal('stopped: nothing was changed');
    throw error;
  } finally {
    input.close();
  }
}

/** Without its line break. */
async function firstLine(stdin: AdminConsole['stdin']): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  const [line = ''] = Buffer.concat(chunks).toString('utf8').split(/\r?\n/, 1);
  if (line === '') throw new Refusal('no password on standard input: nothing was changed');
  return line;
}
