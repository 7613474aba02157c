/** Where recordings come from: a file that was chosen or dropped, or this machine's own, by the host that serves the page. */
import { fail, ok, type Result } from '../../../shared/result';
import type { OpenProblem, Source } from './read';

export function fromFile(file: File): Source {
  return { name: file.name, bytes: file.size, stream: file.stream() };
}

/** As the hosts name them (shared/session/library.ts): nothing else gets into the address. */
const id = /^[0-9A-Za-z-]{1,64}$/;

/** The recording that the page was opened with, `…?open=<id>`. */
export function askedFor(search: string): string | null {
  const asked = new URLSearchParams(search).get('open');
  return asked !== null && id.test(asked) ? asked : null;
}

export async function fromHost(asked: string, page = location.href): Promise<Result<Source, OpenProblem>> {
  const answer = await fetch(new URL(`recording/${asked}`, page)).catch(() => null);
  if (answer === null) return fail('unavailable');
  if (answer.status === 404) return fail('notFound');
  if (answer.status === 413) return fail('tooLarge');
  if (!answer.ok || answer.body === null) return fail('unavailable');
  const length = Number(answer.headers.get('content-length') ?? 'unknown');
  const bytes = Number.isFinite(length) && !answer.headers.has('content-encoding') ? length : null;
  return ok({ name: asked, bytes, stream: answer.body });
}
