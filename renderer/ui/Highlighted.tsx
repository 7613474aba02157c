import { highlight } from '../format/highlight';

export function Highlighted({ text, query }: { readonly text: string; readonly query: string }) {
  return highlight(text, query).map((piece, index) =>
    piece.hit ? (
      <mark className="mark" key={index}>
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
}
