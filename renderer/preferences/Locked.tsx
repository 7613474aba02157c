import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';

/** Why a control does nothing: part of its description, and in sight for everybody. */
export function Locked({ id }: { readonly id?: string }) {
  const { t } = useTranslation();
  return (
    <p className="pref__lock" id={id}>
      <Lock size={13} aria-hidden="true" />
      {t('reason.locked')}
    </p>
  );
}
