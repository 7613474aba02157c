import { ArrowLeft, LoaderCircle, Save } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ExportWish } from '../../shared/session/library';
import { formatCount } from '../format/count';
import { useActions } from '../store/context';
import { formatBytes, formatSpan } from './format';
import { PartsView } from './PartsView';
import { useExport, type ExportState } from './useExport';

interface ExportViewProps {
  readonly wish: ExportWish;
  /** Back to what was asked before; without it there is nothing before. */
  readonly onBack?: () => void;
}

/** Everything that would leave this computer, before it does. */
export function ExportView({ wish, onBack }: ExportViewProps) {
  const { t } = useTranslation();
  const { close, toast } = useActions();
  const { state, save, keep, again } = useExport(wish);
  const onSave = async () => {
    if (state.status !== 'ready' || !(await keep())) return;
    toast('good', t('recordings.saved', { file: state.fileName }));
    close();
  };
  return (
    <>
      <div className="rec__body" aria-busy={state.status === 'preparing'}>
        <Prepared state={state} />
        <p className="rec__problem" role="alert">
          {save === 'failed' && t('recordings.notSaved')}
        </p>
      </div>
      <footer className="modal__foot">
        {onBack !== undefined && (
          <Button className="button rec__back" onPress={onBack}>
            <ArrowLeft size={15} className="rec__arrow" aria-hidden="true" />
            {t('recordings.back')}
          </Button>
        )}
        {state.status === 'failed' || save === 'failed' ? (
          <Button className="button" onPress={again}>
            {t('recordings.again')}
          </Button>
        ) : null}
        <Button className="button" onPress={close}>
          {t('recordings.cancel')}
        </Button>
        {/* There from the start, so that the focus has one place to be in. */}
        <button
          type="button"
          className="button button--primary"
          autoFocus
          aria-disabled={state.status !== 'ready' || save === 'saving'}
          onClick={() => void onSave()}
        >
          <Save size={15} aria-hidden="true" />
          {t('recordings.save')}
        </button>
      </footer>
    </>
  );
}

function Prepared({ state }: { readonly state: ExportState }) {
  const { t } = useTranslation();
  switch (state.status) {
    case 'preparing':
      return (
        <p className="rec__wait" role="status">
          <LoaderCircle size={16} className="rec__spin" aria-hidden="true" />
          {t('recordings.preparing')}
        </p>
      );
    case 'nothing':
      return <p role="status">{t('recordings.nothing')}</p>;
    case 'failed':
      return <p role="alert">{t('recordings.notPrepared')}</p>;
    case 'ready': {
      const { fileName, bytes, events, from, to, parts } = state;
      return (
        <>
          <p role="status">{t('recordings.leaves')}</p>
          <dl className="rec__facts">
            <dt>{t('recordings.file')}</dt>
            <dd>
              <bdi dir="ltr">{fileName}</bdi> · {formatBytes(bytes)}
            </dd>
            {events > 0 && (
              <>
                <dt>{t('recordings.recorded')}</dt>
                <dd>
                  {formatSpan(from, to)} · {t('recordings.events', { n: formatCount(events) })}
                </dd>
              </>
            )}
          </dl>
          <PartsView parts={parts} />
        </>
      );
    }
  }
}
