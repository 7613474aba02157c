import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActions, useApp } from '../store/context';
import type { Toast } from '../store/state';
import './toasts.css';

/** Milliseconds a message stays; a refusal stays longer than good news. Hovering or focusing it holds it. */
const stay: Readonly<Record<Toast['tone'], number>> = { info: 5_000, good: 5_000, warn: 9_000, bad: 9_000 };

const icons = { info: Info, good: CircleCheck, warn: TriangleAlert, bad: CircleAlert } as const;

export function Toasts() {
  const { t } = useTranslation();
  const toasts = useApp((state) => state.toasts);
  return (
    <section className="toasts" aria-label={t('toast.region')} data-react-aria-top-layer="true">
      <ol className="toasts__list" aria-live="polite" aria-relevant="additions">
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} />
        ))}
      </ol>
    </section>
  );
}

function ToastCard({ toast }: { readonly toast: Toast }) {
  const { t } = useTranslation();
  const { dismiss } = useActions();
  const [held, setHeld] = useState(false);
  const Icon = icons[toast.tone];
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => dismiss(toast.id), stay[toast.tone]);
    return () => clearTimeout(timer);
  }, [held, toast.id, toast.tone, dismiss]);
  return (
    <li
      className={`toast toast--${toast.tone}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon size={18} aria-hidden="true" />
      <span className="toast__text">{toast.text}</span>
      <button type="button" className="icon-button" aria-label={t('toast.dismiss')} onClick={() => dismiss(toast.id)}>
        <X size={15} aria-hidden="true" />
      </button>
    </li>
  );
}
