/** The event at the playhead as it was written, laid out for reading. Text only, whatever is in it. */
import { useTranslation } from 'react-i18next';
import { useSession, useView } from '../core/context';

/** Characters. */
const longest = 20_000;

export function RawEvent() {
  const { t } = useTranslation();
  const { recording } = useSession();
  const at = useView(({ player }) => player.at);
  if (at < 0) return null;
  const text = laidOut(recording.raw(at));
  return (
    <div className="events__raw">
      <pre className="events__json scroll" role="region" aria-label={t('replay.events.raw')} tabIndex={0} dir="ltr">
        {text.slice(0, longest)}
      </pre>
      {text.length > longest && <p className="sub">{t('replay.events.rawCut')}</p>}
    </div>
  );
}

function laidOut(line: string): string {
  try {
    return JSON.stringify(JSON.parse(line), null, 2);
  } catch {
    return line;
  }
}
