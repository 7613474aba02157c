/** The whole page: asks for a recording, opens it, and shows it. Another file can be dropped at any time. */
import { useEffect, useMemo, useRef, useState, type DragEvent } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Replay } from '../Replay';
import { Choose } from './Choose';
import { opener } from './opener';
import { OtherStrip } from './OtherStrip';
import { shownAfter, type Shown } from './stage';
import { askedFor, fromFile, fromHost } from './sources';
import './opening.css';

export function ReplayPage() {
  const { t, i18n } = useTranslation();
  const [stage, setStage] = useState<Shown>({ kind: 'choose' });
  const [dropping, setDropping] = useState(false);
  const { open, find, stop, cancel } = useMemo(
    () =>
      opener((next) =>
        setStage((before) => {
          const shown = shownAfter(before, next);
          if (before.kind === 'open' && (shown.kind !== 'open' || shown.number !== before.number)) before.session.end();
          return shown;
        }),
      ),
    [],
  );
  const begun = useRef(false);
  useEffect(() => {
    const asked = askedFor(location.search);
    if (begun.current || asked === null) return;
    begun.current = true;
    find(asked, fromHost(asked));
  }, [find]);
  useEffect(() => {
    document.documentElement.lang = i18n.language;
    document.documentElement.dir = i18n.dir();
    document.title = t('replay.title');
  }, [i18n, i18n.language, t]);

  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setDropping(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) open(fromFile(file));
  };
  const alone = (): void => {
    stop();
    setStage((before) => (before.kind === 'open' ? { ...before, other: null } : before));
  };
  return (
    <I18nProvider locale={i18n.language === 'zh-Hant' ? 'zh-TW' : i18n.language}>
      <div
        className="replay-page"
        data-dropping={dropping ? '' : undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setDropping(event.dataTransfer.types.includes('Files'));
        }}
        onDragLeave={(event) => {
          if (event.relatedTarget === null) setDropping(false);
        }}
        onDrop={onDrop}
      >
        {stage.kind === 'open' ? (
          <Replay
            key={stage.number}
            session={stage.session}
            onAnother={cancel}
            notice={stage.other !== null && <OtherStrip other={stage.other} onClose={alone} />}
          />
        ) : (
          <Choose stage={stage} onFile={(file) => open(fromFile(file))} onCancel={cancel} />
        )}
        {dropping && <p className="replay-page__drop">{t('replay.open.dropNow')}</p>}
      </div>
    </I18nProvider>
  );
}
