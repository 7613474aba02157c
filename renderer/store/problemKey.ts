import type { FileProblem } from '../../shared/bridge';

/** What makes two problems of a file the same one, also after they have come over the bridge again. */
export function problemKey({ file, why, keptAs }: FileProblem): string {
  return JSON.stringify([file, why, keptAs]);
}
