/** Over everything, always: that this is a replay, of whom and when, and whether what it shows is what was on the screen. */
import { CircleCheck, FolderOpen, LoaderCircle, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Tip } from '../ui/Tip';
import { useSession, useView } from './core/context';
import { formatDay, formatExact, formatSecond } from './core/times';

export function HeadLine({ onAnother }: { readonly onAnother: () => void }) {
  const { t } = useTranslation();
  const { recording, facts, cut } = useSession();
  const { header, count, torn } = recording;
  const [first, last] = [recording.wallOf(0), recording.wallOf(count - 1)];
  return (
    <header className="headline">
      <h1 className="headline__mark">{t('replay.mark')}</h1>
      <p className="headline__what">
        <span>
          <bdi>{facts.assistant ?? t('replay.noAssistant')}</bdi>
        </span>
        <span>{t('replay.span', { day: formatDay(first), from: formatSecond(first), to: formatSecond(last) })}</span>
        <span>{t('replay.version', { version: header.appVersion })}</span>
      </p>
      <p className="headline__facts">
        <span className="headline__masked">{t('replay.pseudonyms')}</span>
        {(torn || cut) && <span>{t('replay.torn')}</span>}
        <Damage />
        <Verdict />
      </p>
      <Tip text={t('replay.another')}>
        <button
          type="button"
          className="icon-button headline__open"
          aria-label={t('replay.another')}
          onClick={onAnother}
        >
          <FolderOpen size={16} aria-hidden="true" />
        </button>
      </Tip>
    </header>
  );
}

function Damage() {
  const { t } = useTranslation();
  const { recording, play, view } = useSession();
  const lines = recording.damages.reduce((sum, damage) => sum + damage.lines, 0);
  if (lines === 0) return null;
  return (
    <button
      type="button"
      className="headline__chip"
      onClick={() => {
        const { at } = view.getState().player;
        const next = recording.damages.find((damage) => damage.at > at) ?? recording.damages[0];
        if (next !== undefined) play({ type: 'goTo', at: next.at });
      }}
    >
      <TriangleAlert size={13} aria-hidden="true" />
      {t('replay.damaged', { count: lines })}
    </button>
  );
}

function Verdict() {
  const { t } = useTranslation();
  const check = useView((state) => state.check);
  if (check.kind === 'running')
    return (
      <span className="headline__verdict" data-verdict="running">
        <LoaderCircle className="headline__spin" size={14} aria-hidden="true" />
        {t('replay.checking', { percent: Math.floor(check.done * 100) })}
      </span>
    );
  const { checkpoints, agree } = check.verdict;
  const good = agree === checkpoints;
  return (
    <span className="headline__verdict" role="status" data-verdict={good ? 'agree' : 'differ'}>
      {good ? <CircleCheck size={14} aria-hidden="true" /> : <TriangleAlert size={14} aria-hidden="true" />}
      {checkpoints === 0 ? t('replay.noCheckpoints') : t('replay.agree', { agree, count: checkpoints })}
    </span>
  );
}

/** Where the replay is not what was recorded: never hidden. */
export function DivergenceStrip() {
  const { t } = useTranslation();
  const { recording, play } = useSession();
  const check = useView((state) => state.check);
  const [shown, setShown] = useState(0);
  const all = check.kind === 'done' ? check.verdict.divergences : [];
  const one = all[shown];
  if (one === undefined) return null;
  return (
    <div className="divergence" role="alert">
      <TriangleAlert size={16} aria-hidden="true" />
      <p className="divergence__words">
        <strong>{t('replay.divergence', { time: formatExact(recording.wallOf(one.at)) })}</strong>{' '}
        {t('replay.divergenceWhere', { path: one.path })} · {t('replay.divergenceRecorded', { value: one.recorded })} ·{' '}
        {t('replay.divergenceReplayed', { value: one.replayed })}
      </p>
      <button type="button" className="button divergence__button" onClick={() => play({ type: 'goTo', at: one.at })}>
        {t('replay.divergenceGo')}
      </button>
      {all.length > 1 && (
        <button
          type="button"
          className="button divergence__button"
          onClick={() => {
            const next = (shown + 1) % all.length;
            setShown(next);
            const to = all[next];
            if (to !== undefined) play({ type: 'goTo', at: to.at });
          }}
        >
          {t('replay.divergenceNext')}
        </button>
      )}
    </div>
  );
}
