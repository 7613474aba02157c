/** The little that is used of rrweb and rrweb-player: they come as scripts from the folder of whoever compares. */
export interface Rrweb {
  readonly record: (options: { emit: (event: object) => void; checkoutEveryNth?: number }) => (() => void) | undefined;
}

export interface RrwebPlayer {
  readonly Player: new (options: {
    target: HTMLElement;
    props: { events: unknown; autoPlay: boolean; width: number; height: number };
  }) => { readonly goto: (offset: number, play: boolean) => void };
}

declare global {
  interface Window {
    rrweb: Rrweb;
    rrwebPlayer: RrwebPlayer;
  }
}
