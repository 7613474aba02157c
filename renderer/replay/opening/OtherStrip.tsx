/** Another file was dropped on a recording that is open: how far it is, or why it can't be opened. The recording stays. */
import { FileClock, FileX2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Other } from './stage';

export function OtherStrip({ other, onClose }: { readonly other: Other; readonly onClose: () => void }) {
  const { t } = useTranslation();
  if (other.kind === 'opening') {
    const words = t(other.step === 'reading' ? 'replay.open.reading' : 'replay.open.indexing', { name: other.name });
    return (
      <div className="other-file">
        <FileClock size={16} aria-hidden="true" />
        <p className="other-file__words" role="status">
          {words}
        </p>
        <progress aria-label={words} {...(other.done === null ? {} : { value: other.done })} max={1} />
        <button type="button" className="button other-file__button" onClick={onClose}>
          {t('replay.open.cancel')}
        </button>
      </div>
    );
  }
  return (
    <div className="other-file other-file--failed" role="alert" data-problem={other.problem}>
      <FileX2 size={16} aria-hidden="true" />
      <p className="other-file__words">
        <strong>{t(`replay.problem.${other.problem}.what`)}</strong> {other.name !== null && <bdi>{other.name}</bdi>}{' '}
        {t(`replay.problem.${other.problem}.next`)}
      </p>
      <button type="button" className="button other-file__button" onClick={onClose}>
        {t('replay.keys.close')}
      </button>
    </div>
  );
}
