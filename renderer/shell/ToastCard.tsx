import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActions } from '../store/context';
import type { Toast } from '../store/state';

/** Milliseconds a message stays; a refusal stays longer than good news, and one that can be acted on longest. */
const stay: Readonly<Record<Toast['tone'], number>> = { info: 5_000, good: 5_000, warn: 9_000, bad: 9_000 };
const stayWithAction = 15_000;

const icons = { info: Info, good: CircleCheck, warn: TriangleAlert, bad: CircleAlert } as const;

/** Hovering or focusing it holds it; Escape dismisses the one that has the focus and gives the focus back. */
export function ToastCard({ toast }: { readonly toast: Toast }) {
  const { t } = useTranslation();
  const { dismiss } = useActions();
  const [hovered, setHovered] = useState(false);
  const [focused, setFocused] = useState(false);
  const cameFrom = useRef<HTMLElement | null>(null);
  const held = hovered || focused;
  const { id, tone, action } = toast;
  const Icon = icons[tone];

  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => dismiss(id), action === null ? stay[tone] : stayWithAction);
    return () => clearTimeout(timer);
  }, [held, id, tone, action, dismiss]);

  const leave = (): void => {
    dismiss(id);
    if (focused && cameFrom.current?.isConnected === true) cameFrom.current.focus();
  };

  return (
    <li
      className={`toast toast--${tone}`}
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocus={(event) => {
        if (!focused && event.relatedTarget instanceof HTMLElement) cameFrom.current = event.relatedTarget;
        setFocused(true);
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFocused(false);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        leave();
      }}
    >
      <Icon size={18} aria-hidden="true" />
      <span className="toast__text">{toast.text}</span>
      {action !== null && (
        <button
          type="button"
          className="toast__action"
          onClick={() => {
            leave();
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
      <button type="button" className="icon-button" aria-label={t('toast.dismiss')} onClick={leave}>
        <X size={15} aria-hidden="true" />
      </button>
    </li>
  );
}
