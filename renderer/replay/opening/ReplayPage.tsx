/** The whole page: asks for a recording, opens it, and shows it. Another file can be dropped at any time. */
import { useCallback, useEffect, useRef, useState, type DragEvent } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { openRecording } from '../../../shared/session/open';
import { livePace, startSession } from '../core/session';
import { Replay } from '../Replay';
import { Choose } from './Choose';
import { readSource, type Source } from './read';
import type { Stage } from './stage';
import { askedFor, fromFile, fromHost } from './sources';

export function ReplayPage() {
  const { t, i18n } = useTranslation();
  const [stage, setStage] = useState<Stage>({ kind: 'choose' });
  const [dropping, setDropping] = useState(false);
  const attempt = useRef(0);

  const show = useCallback((next: Stage): void => {
    setStage((before) => {
      if (before.kind === 'open') before.session.end();
      return next;
    });
  }, []);

  const openSource = useCallback(
    async (source: Source, mine: number): Promise<void> => {
      const current = (): boolean => mine === attempt.current;
      const told = (step: 'reading' | 'indexing', done: number | null): void => {
        if (current()) show({ kind: 'opening', name: source.name, step, done });
      };
      told('reading', 0);
      const read = await readSource(source, (done) => told('reading', done));
      if (!current()) return;
      if (!read.ok) {
        show({ kind: 'failed', problem: read.error, name: source.name });
        return;
      }
      told('indexing', 0);
      await livePace.pause();
      const opened = await openRecording(read.value.bytes, async (done) => {
        told('indexing', done);
        await livePace.pause();
      });
      if (!current()) return;
      if (!opened.ok) {
        show({ kind: 'failed', problem: opened.error, name: source.name });
        return;
      }
      show({ kind: 'open', session: startSession(opened.value, read.value.cut) });
    },
    [show],
  );

  const open = useCallback(
    (source: Source): void => {
      attempt.current += 1;
      openSource(source, attempt.current).catch(() =>
        show({ kind: 'failed', problem: 'unreadable', name: source.name }),
      );
    },
    [openSource, show],
  );
  const openHosted = useCallback(
    async (asked: string): Promise<void> => {
      const source = await fromHost(asked);
      if (source.ok) open(source.value);
      else show({ kind: 'failed', problem: source.error, name: null });
    },
    [open, show],
  );
  const begun = useRef(false);
  useEffect(() => {
    const asked = askedFor(location.search);
    if (begun.current || asked === null) return;
    begun.current = true;
    void openHosted(asked);
  }, [openHosted]);
  useEffect(() => {
    document.documentElement.lang = i18n.language;
    document.documentElement.dir = i18n.dir();
    document.title = t('replay.title');
  }, [i18n, i18n.language, t]);

  const cancel = (): void => {
    attempt.current += 1;
    show({ kind: 'choose' });
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setDropping(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) open(fromFile(file));
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
          <Replay key={stage.session.recording.header.recording} session={stage.session} onAnother={cancel} />
        ) : (
          <Choose stage={stage} onFile={(file) => open(fromFile(file))} onCancel={cancel} />
        )}
        {dropping && <p className="replay-page__drop">{t('replay.open.dropNow')}</p>}
      </div>
    </I18nProvider>
  );
}
