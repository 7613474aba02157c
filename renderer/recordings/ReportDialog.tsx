import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ExportWish } from '../../shared/session/library';
import { useActions } from '../store/context';
import { ExportView } from './ExportView';
import { Frame } from './Frame';

/** As the bridge takes them. */
const longest = 5_000;
const minutes = 10;

/** What happened, in free words, then everything that is sent with them. */
export function ReportDialog() {
  const { t } = useTranslation();
  const { close } = useActions();
  const [words, setWords] = useState('');
  const [wish, setWish] = useState<ExportWish | null>(null);
  if (wish !== null)
    return (
      <Frame title={t('command.reportProblem')}>
        <ExportView wish={wish} onBack={() => setWish(null)} />
      </Frame>
    );
  return (
    <Frame title={t('command.reportProblem')} intro={t('recordings.reportIntro')}>
      <div className="rec__body">
        <label className="rec__words">
          <span className="rec__label">{t('recordings.words')}</span>
          <textarea
            className="field__input rec__area"
            rows={6}
            autoFocus
            dir="auto"
            maxLength={longest}
            value={words}
            aria-describedby="report-words-help"
            onChange={(event) => setWords(event.target.value)}
          />
        </label>
        <p className="sub" id="report-words-help">
          {t('recordings.wordsHelp')}
        </p>
        <p>{t('recordings.with')}</p>
        <ul className="rec__list">
          <li>{t('recordings.withRecording')}</li>
          <li>{t('recordings.withLog')}</li>
          <li>{t('recordings.withLink')}</li>
          <li>{t('recordings.withSettings')}</li>
        </ul>
      </div>
      <footer className="modal__foot">
        <Button className="button" onPress={close}>
          {t('recordings.cancel')}
        </Button>
        <Button className="button button--primary" onPress={() => setWish({ kind: 'report', minutes, words })}>
          {t('recordings.look')}
        </Button>
      </footer>
    </Frame>
  );
}
