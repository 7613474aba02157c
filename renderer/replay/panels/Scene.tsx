/** What was on the screen: the console's own panels, at the time of the playhead, and nothing in them can be done. */
import { MousePointerClick, PictureInPicture2, UserX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NowContext } from '../../hooks/useNow';
import { CallsPanel } from '../../panels/calls/CallsPanel';
import { ManagersPanel } from '../../panels/managers/ManagersPanel';
import { AppContext, ReadOnlyContext, useApp } from '../../store/context';
import { EmptyState } from '../../ui/EmptyState';
import { Kbd } from '../../ui/Kbd';
import { captionAt } from '../core/captions';
import { useSession, useView } from '../core/context';
import { intentWords } from '../core/eventWords';
import { overlayWords } from '../core/overlayWords';
import { wallAt } from '../core/wallClock';
import { LinkNow } from './LinkNow';
import './scene.css';

export function Scene() {
  const { t } = useTranslation();
  const { app, recording } = useSession();
  const now = useView(({ player }) => Math.floor(wallAt(recording, player.time) / 1_000) * 1_000);
  return (
    <section className="scene" aria-label={t('replay.panels')} aria-description={t('replay.readOnly')}>
      <ReadOnlyContext value={true}>
        <NowContext value={now}>
          <AppContext value={app}>
            <LinkNow />
            <SignedIn />
            <OnScreen />
          </AppContext>
        </NowContext>
      </ReadOnlyContext>
      <Caption />
    </section>
  );
}

function SignedIn() {
  const { t } = useTranslation();
  const signedIn = useApp((state) => state.console !== null);
  const live = useApp((state) => state.link.phase === 'live');
  if (!signedIn)
    return (
      <div className="scene__nobody replay-card">
        <EmptyState icon={<UserX size={22} />} title={t('replay.noAssistant')} text={t('replay.signedOut')} />
      </div>
    );
  return (
    <div className="scene__panels" data-stale={live ? undefined : ''}>
      <div className="replay-card">
        <CallsPanel />
      </div>
      <div className="replay-card">
        <ManagersPanel />
      </div>
    </div>
  );
}

/** A dialog or popover that lay over the panels: which one is known, not what was in it. */
function OnScreen() {
  const { t } = useTranslation();
  const at = useView(({ player }) => player.at);
  const { recording } = useSession();
  const { overlay } = recording.stateAt(at).view;
  if (overlay === null) return null;
  return (
    <p className="scene__overlay">
      <PictureInPicture2 size={14} aria-hidden="true" />
      {t('replay.onScreen', { what: overlayWords(overlay, t) })}
    </p>
  );
}

/** The key that was pressed, or what was clicked, for a moment. */
function Caption() {
  const { t } = useTranslation();
  const { recording, facts } = useSession();
  const index = useView(({ player: { at, time, speed } }) =>
    captionAt(facts.intents, at, time, speed, facts.track.timeOf),
  );
  const event = index === null ? undefined : recording.event(index)?.event;
  if (event?.kind !== 'intent') return null;
  const { keys, command, way } = event.intent;
  return (
    <p className="scene__caption" key={index} data-caption="">
      {keys === null ? (
        <>
          <MousePointerClick size={15} aria-hidden="true" />
          <span className="visually-hidden">{t(`replay.words.${way}`)}</span>
        </>
      ) : (
        <Kbd keys={keys} />
      )}
      {intentWords(command, t)}
    </p>
  );
}
