import { Headset, PhoneForwarded, UserX } from 'lucide-react';
import type { ManagerPage } from '../managerProtocol';
import { t } from './strings/i18n';
import { isolated } from './words';

/** Who serves the manager now, and what stands above every setting. */
export function Now({ page: { manager, mode, service } }: { readonly page: ManagerPage }) {
  const active = manager.assistants.find(({ userId }) => userId === manager.activeAssistant);
  return (
    <div className="now" role="status" aria-label={t('now.title')}>
      {service.filtering === 'down' && <p className="now__warn">{t('now.filteringDown')}</p>}
      {manager.forwardedTo !== null && (
        <p className="now__warn">
          <PhoneForwarded size={18} aria-hidden="true" />
          {t('now.forwarded', { number: manager.forwardedTo })}
        </p>
      )}
      {mode === 'proxy' &&
        (active ? (
          <p className="now__served">
            <Headset size={18} aria-hidden="true" />
            {t('now.servedBy', { name: isolated(active.name) })}
          </p>
        ) : (
          <p className="now__nobody">
            <UserX size={18} aria-hidden="true" />
            {t('now.nobody')}
          </p>
        ))}
    </div>
  );
}
