import { Play, Share, Trash2 } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { RecordingInfo } from '../../shared/session/library';
import { formatDuration, isoDuration } from '../format/duration';
import { formatBytes, formatSpan } from './format';

interface RecordingRowProps {
  readonly info: RecordingInfo;
  readonly onReplay: () => void;
  readonly onExport: () => void;
  readonly onDelete: () => void;
}

/** When, how long, how large, and what can be done with it. */
export function RecordingRow({ info, onReplay, onExport, onDelete }: RecordingRowProps) {
  const { t } = useTranslation();
  const { startedAt, endedAt, bytes, current } = info;
  const when = formatSpan(startedAt, endedAt);
  const length = endedAt - startedAt;
  return (
    <li className="rec__row" data-current={current ? '' : undefined}>
      <div className="rec__info">
        <span className="rec__when">{when}</span>
        <span className="rec__facts2">
          <time dateTime={isoDuration(length)}>{formatDuration(length)}</time> · {formatBytes(bytes)}
          {current && <b className="rec__now"> · {t('recordings.now')}</b>}
        </span>
      </div>
      <Button className="button" onPress={onReplay} aria-label={t('recordings.replayThat', { when })}>
        <Play size={15} aria-hidden="true" />
        {t('recordings.replay')}
      </Button>
      <Button className="button" onPress={onExport} aria-label={t('recordings.exportThat', { when })}>
        <Share size={15} aria-hidden="true" />
        {t('recordings.export')}
      </Button>
      {/* The one that is being written can't be deleted: it is not offered. */}
      <Button
        className="icon-button"
        onPress={onDelete}
        isDisabled={current}
        aria-label={t('recordings.deleteThat', { when })}
      >
        <Trash2 size={16} aria-hidden="true" />
      </Button>
    </li>
  );
}
