import { useTranslation } from 'react-i18next';
import { useApp } from '../store/context';
import { ToastCard } from './ToastCard';
import './toasts.css';

/** Messages, the newest at the bottom. They never take the focus; Tab reaches them after everything else. */
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
