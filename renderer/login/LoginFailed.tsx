import { CircleAlert, MonitorSmartphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../hooks/useNow';
import { failureWords } from './failure';
import type { Failed } from './useSignIn';

/** What went wrong and what to do; a lock-out counts down to its end. */
export function LoginFailed({ failed }: { readonly failed: Failed }) {
  const { t } = useTranslation();
  const now = useNow();
  const retryInMs = failed.until === null ? undefined : failed.until - now;
  const { what, how } = failureWords(failed.failure, t, retryInMs);
  const Icon = failed.failure === 'superseded' ? MonitorSmartphone : CircleAlert;
  return (
    <div className="login__failure" role="alert">
      <Icon size={18} aria-hidden="true" />
      <div>
        <b>{what}</b>
        {/* The first words are read with the alert; the seconds after them are for the eye. */}
        <p aria-live={failed.until === null ? undefined : 'off'}>{how}</p>
      </div>
    </div>
  );
}
