import { Suspense, useRef, useState } from 'react';
import { useApp } from '../store/context';
import { later } from '../ui/later';
import { LinkText } from './LinkText';

const LinkPopover = later(async () => (await import('../link/LinkPopover')).LinkPopover);

/** The link in words; a press opens what it went through lately. */
export function LinkButton() {
  const link = useApp((state) => state.link);
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="status__link"
        data-phase={link.phase}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <LinkText link={link} />
      </button>
      {isOpen && (
        <Suspense>
          <LinkPopover trigger={button} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
