/** Before a recording is open: choose one, see how far it is, read why one can't be opened. */
import { FileClock, FileX2, FolderOpen } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shown } from './stage';

interface ChooseProps {
  readonly stage: Exclude<Shown, { readonly kind: 'open' }>;
  readonly onFile: (file: File) => void;
  readonly onCancel: () => void;
}

export function Choose({ stage, onFile, onCancel }: ChooseProps) {
  const { t } = useTranslation();
  return (
    <main className="choose">
      <p className="headline__mark choose__mark">{t('replay.mark')}</p>
      <div className="choose__card replay-card">
        {stage.kind === 'opening' ? (
          <Opening stage={stage} onCancel={onCancel} />
        ) : (
          <Ask stage={stage} onFile={onFile} />
        )}
      </div>
    </main>
  );
}

function Ask({
  stage,
  onFile,
}: {
  readonly stage: Exclude<Shown, { readonly kind: 'open' | 'opening' }>;
  readonly onFile: (file: File) => void;
}) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const failed = stage.kind === 'failed' ? stage : null;
  return (
    <>
      <span className="choose__sign" data-failed={failed === null ? undefined : ''} aria-hidden="true">
        {failed === null ? <FileClock size={30} /> : <FileX2 size={30} />}
      </span>
      <h1 className="choose__title">{t('replay.open.title')}</h1>
      {failed === null ? (
        <p className="choose__text">{t('replay.open.text')}</p>
      ) : (
        <div className="choose__problem" role="alert" data-problem={failed.problem}>
          <strong>{t(`replay.problem.${failed.problem}.what`)}</strong>
          {failed.name !== null && (
            <span className="choose__name ellipsis" dir="auto" title={failed.name}>
              {failed.name}
            </span>
          )}
          <span>{t(`replay.problem.${failed.problem}.next`)}</span>
        </div>
      )}
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        accept=".acsession,.gz,.jsonl"
        tabIndex={-1}
        aria-hidden="true"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
      <button type="button" className="button button--primary choose__button" onClick={() => input.current?.click()}>
        <FolderOpen size={16} aria-hidden="true" />
        {t(failed === null ? 'replay.open.choose' : 'replay.open.again')}
      </button>
      <p className="sub">{t('replay.open.drop')}</p>
    </>
  );
}

function Opening({
  stage,
  onCancel,
}: {
  readonly stage: Extract<Shown, { readonly kind: 'opening' }>;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation();
  const words = t(stage.step === 'reading' ? 'replay.open.reading' : 'replay.open.indexing', { name: stage.name });
  return (
    <>
      <span className="choose__sign" aria-hidden="true">
        <FileClock size={30} />
      </span>
      <p className="choose__title choose__title--long" role="status">
        {words}
      </p>
      <progress
        className="choose__progress"
        aria-label={words}
        {...(stage.done === null ? {} : { value: stage.done })}
        max={1}
      />
      <button type="button" className="button" onClick={onCancel}>
        {t('replay.open.cancel')}
      </button>
    </>
  );
}
