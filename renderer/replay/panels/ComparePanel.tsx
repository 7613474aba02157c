/** What is different at the playhead from the moment that was pinned. */
import { Pin, Undo2, X } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession, useView } from '../core/context';
import { differences, maxChanges } from '../core/differences';
import { formatExact } from '../core/times';
import { wallAt } from '../core/wallClock';
import './compare.css';

export function ComparePanel() {
  const pinned = useView((state) => state.pinned);
  return pinned === null ? null : <Compare pinned={pinned} />;
}

function Compare({ pinned }: { readonly pinned: { readonly at: number; readonly time: number } }) {
  const { t } = useTranslation();
  const { recording, play, view } = useSession();
  const at = useView(({ player }) => player.at);
  const time = useView(({ player }) => player.time);
  const [from, to] = pinned.at <= at ? [pinned.at, at] : [at, pinned.at];
  const changes = useMemo(() => differences(recording.stateAt(from), recording.stateAt(to)), [recording, from, to]);
  const times = [pinned.time, time].toSorted((a, b) => a - b).map((one) => formatExact(wallAt(recording, one)));
  const here = (): void => view.setState(({ player }) => ({ pinned: { at: player.at, time: player.time } }));
  return (
    <section className="compare replay-card" aria-labelledby="replay-compare-title">
      <header className="panel__head">
        <h2 className="panel__title ellipsis" id="replay-compare-title">
          {t('replay.compare.title')}
        </h2>
        <span className="count" role="status">
          <span aria-hidden="true">{changes.length}</span>
          <span className="visually-hidden">{t('replay.compare.count', { count: changes.length })}</span>
        </span>
        <span className="panel__actions">
          <button
            type="button"
            className="icon-button"
            aria-label={t('replay.compare.pinHere')}
            title={t('replay.compare.pinHere')}
            onClick={here}
          >
            <Pin size={15} aria-hidden="true" />
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={t('replay.compare.back')}
            title={t('replay.compare.back')}
            onClick={() => play({ type: 'goTo', at: pinned.at })}
          >
            <Undo2 size={15} aria-hidden="true" />
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={t('replay.compare.stop')}
            title={t('replay.compare.stop')}
            onClick={() => view.setState({ pinned: null })}
          >
            <X size={15} aria-hidden="true" />
          </button>
        </span>
      </header>
      <p className="compare__between sub">
        {t('replay.compare.between', { from: times[0] ?? '', to: times[1] ?? '' })}
      </p>
      {changes.length === 0 ? (
        <p className="compare__none">{t(from === to ? 'replay.compare.hint' : 'replay.compare.same')}</p>
      ) : (
        <ul className="compare__list scroll" tabIndex={0} aria-label={t('replay.compare.title')}>
          {changes.map(({ path, before, after }) => (
            <li key={path.join('/')} className="compare__change">
              <span className="compare__path" dir="ltr">
                {path.join(' › ')}
              </span>
              <span className="compare__values" dir="ltr">
                {before === null ? <em>{t('replay.compare.added')}</em> : <del>{before}</del>}
                <span aria-hidden="true">→</span>
                {after === null ? <em>{t('replay.compare.gone')}</em> : <ins>{after}</ins>}
              </span>
            </li>
          ))}
          {changes.length >= maxChanges && <li className="sub">{t('replay.compare.first', { count: maxChanges })}</li>}
        </ul>
      )}
    </section>
  );
}
