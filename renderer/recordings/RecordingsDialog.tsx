import { CircleDot, FolderOpen, LifeBuoy, Save } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { RecordingInfo } from '../../shared/session/library';
import { SwitchRow } from '../preferences/SwitchRow';
import { usePreference } from '../preferences/usePreference';
import { useActions, useApp } from '../store/context';
import { DeleteDialog } from './DeleteDialog';
import { formatSpan } from './format';
import { Frame } from './Frame';
import { openReplay } from './openReplay';
import { RecordingRow } from './RecordingRow';
import { useRecordings } from './useRecordings';
import '../preferences/preferences.css';

/** Every recording of this computer, and what is in them. */
export function RecordingsDialog() {
  const { t } = useTranslation();
  const actions = useActions();
  const { list, failed, remove } = useRecordings();
  const status = useApp((state) => state.recorder.status);
  const [recordSessions, setRecordSessions] = usePreference('recordSessions');
  const [doomed, setDoomed] = useState<RecordingInfo | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const replay = async (id: string | null) => {
    if (!(await openReplay(actions, id))) actions.toast('bad', t('recordings.notOpened'));
  };
  const onDelete = async ({ id, startedAt, endedAt }: RecordingInfo) => {
    setDoomed(null);
    const span = formatSpan(startedAt, endedAt);
    if (await remove(id)) actions.announce(t('recordings.deleted', { when: span }));
    else actions.toast('bad', t('recordings.notDeleted'));
    // Its row has gone, and the focus with it.
    heading.current?.focus();
  };
  return (
    <Frame title={t('command.recordings')} intro={t('recordings.what')}>
      <div className="rec__body">
        <SwitchRow
          label={t('recordings.record')}
          help={t('recordings.recordHelp')}
          on={recordSessions}
          onChange={setRecordSessions}
        />
        <p className="rec__status" data-status={status} role="status">
          <CircleDot size={15} aria-hidden="true" />
          {t(`recordings.status.${status}`)}
        </p>
        <h3 className="rec__title" tabIndex={-1} ref={heading} id="recordings-kept">
          {t('recordings.kept')}
        </h3>
        {failed && <p role="alert">{t('recordings.notListed')}</p>}
        {list?.length === 0 && <p className="sub">{t('recordings.none')}</p>}
        {list !== null && list.length > 0 && (
          <ul className="rec__rows scroll" aria-labelledby="recordings-kept">
            {list.map((info) => (
              <RecordingRow
                key={info.id}
                info={info}
                onReplay={() => void replay(info.id)}
                onExport={() => actions.open({ kind: 'export', wish: { kind: 'recording', id: info.id } })}
                onDelete={() => setDoomed(info)}
              />
            ))}
          </ul>
        )}
      </div>
      <footer className="modal__foot rec__foot">
        <Button className="button" onPress={() => void replay(null)}>
          <FolderOpen size={15} aria-hidden="true" />
          {t('recordings.openFile')}
        </Button>
        <Button
          className="button"
          onPress={() => actions.open({ kind: 'export', wish: { kind: 'lastMinutes', minutes: 10 } })}
        >
          <Save size={15} aria-hidden="true" />
          {t('command.saveLastMinutes')}
        </Button>
        <Button className="button" onPress={() => actions.open({ kind: 'report' })}>
          <LifeBuoy size={15} aria-hidden="true" />
          {t('command.reportProblem')}
        </Button>
        <Button className="button button--primary" autoFocus onPress={actions.close}>
          {t('command.close')}
        </Button>
      </footer>
      {doomed !== null && (
        <DeleteDialog info={doomed} onKeep={() => setDoomed(null)} onDelete={() => void onDelete(doomed)} />
      )}
    </Frame>
  );
}
