import { Suspense } from 'react';
import { useApp } from '../store/context';
import { later } from '../ui/later';

const Asked = later(async () => (await import('./DialLinkAsked')).DialLinkAsked);

/** A telephone link of another program, until it has been answered. Over whatever is open, which stays as it is. */
export function DialLink() {
  const link = useApp((state) => state.dialLink);
  return (
    link !== null && (
      <Suspense>
        <Asked link={link} />
      </Suspense>
    )
  );
}
