/** A recording that is open: what was on the screen, the events beside it, and the player below. */
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SessionContext, useSession, useView } from './core/context';
import { commandBefore, eventWords } from './core/eventWords';
import { momentText } from './core/momentText';
import type { ReplaySession } from './core/session';
import { formatExact } from './core/times';
import { EventsPanel } from './events/EventsPanel';
import { DivergenceStrip, HeadLine } from './HeadLine';
import { ComparePanel } from './panels/ComparePanel';
import { Scene } from './panels/Scene';
import { Timeline } from './timeline/Timeline';
import { KeysDialog } from './transport/KeysDialog';
import { keepSingle, keptSingle } from './transport/singleKeys';
import { Transport } from './transport/Transport';
import { useKeys } from './transport/useKeys';

interface WindowProps {
  readonly onAnother: () => void;
  /** About another file, over everything. */
  readonly notice: ReactNode;
}

export function Replay({ session, ...props }: WindowProps & { readonly session: ReplaySession }) {
  return (
    <SessionContext value={session}>
      <Window {...props} />
    </SessionContext>
  );
}

function Window({ onAnother, notice }: WindowProps) {
  const { t } = useTranslation();
  const { recording, view } = useSession();
  const [keysShown, setKeysShown] = useState(false);
  const [single, setSingle] = useState(keptSingle);
  const [said, setSaid] = useState<{ readonly words: string; readonly at: number } | null>(null);

  const copy = useCallback((): void => {
    const { at, time } = view.getState().player;
    const say = (words: string): void => setSaid({ words, at: performance.now() });
    navigator.clipboard.writeText(momentText(recording, at, time, t)).then(
      () => say(t('replay.play.copied')),
      () => say(t('replay.play.notCopied')),
    );
  }, [recording, view, t]);
  const deeds = useMemo(() => ({ copy, showKeys: () => setKeysShown(true) }), [copy]);
  useKeys(deeds, single);

  return (
    <div className="replay">
      <div className="replay__top">
        <HeadLine onAnother={onAnother} />
        {notice}
        <DivergenceStrip />
      </div>
      <main className="replay__body">
        <Scene />
        <div className="replay__side">
          <EventsPanel />
          <ComparePanel />
        </div>
      </main>
      <footer className="replay__player">
        <Transport deeds={deeds} />
        <Timeline />
      </footer>
      <p className="replay__said" role="status" key={said?.at} data-shown={said === null ? undefined : ''}>
        {said?.words}
      </p>
      <Stepped />
      {keysShown && (
        <KeysDialog
          single={single}
          onSingle={(next) => {
            keepSingle(next);
            setSingle(next);
          }}
          onClose={() => setKeysShown(false)}
        />
      )}
    </div>
  );
}

/** Each step is said: when, and what happened. Playing is not, nobody could follow. */
function Stepped() {
  const { t } = useTranslation();
  const { recording } = useSession();
  const stepped = useView((state) => state.stepped);
  const recorded = stepped === null ? null : recording.event(stepped.at);
  const words =
    recorded === null || stepped === null
      ? ''
      : eventWords(recorded.event, t, (id) => commandBefore((one) => recording.event(one), stepped.at, id)).words;
  return (
    <p className="visually-hidden" aria-live="polite">
      {recorded !== null && `${formatExact(recorded.tWall)} ${words}`}
    </p>
  );
}
