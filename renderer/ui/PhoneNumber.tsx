import { formatNumber } from '../format/number';

/** A number as people read it, and always from left to right: also inside Arabic, where "+" would land at the other end. */
export function PhoneNumber({ number, className }: { readonly number: string; readonly className?: string }) {
  return (
    <bdi dir="ltr" className={className}>
      {formatNumber(number)}
    </bdi>
  );
}
