/** What a person sees of a moment, to know that both replays show the same: each call's state. */
export async function bytesOf(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(`/data/${name}`);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

export function callsIn(page: Document | null | undefined): string[] {
  const cards = [...(page?.querySelectorAll('#panel-calls [data-call-state]') ?? [])];
  return cards.map((card) => card.getAttribute('data-call-state') ?? '');
}

/** Both replays are driven by these. */
export interface Contender {
  /** Milliseconds from the file in memory to its first picture. */
  readonly open: (name: string) => Promise<number>;
  /** Milliseconds from a wish to the picture of that moment; `offset` from the beginning of the recording. */
  readonly seek: (offset: number) => Promise<number>;
  readonly calls: () => string[];
}

declare global {
  interface Window {
    contender: Contender;
  }
}
