/** The player's buttons: play, step, speed, jump, zoom, and what can be taken away from a moment. */
import {
  ChevronLeft,
  ChevronRight,
  ClipboardCopy,
  FastForward,
  GitCompareArrows,
  Keyboard,
  Maximize2,
  Pause,
  Play,
  SkipBack,
  SkipForward,
  ZoomIn,
  ZoomOut,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ariaShortcut } from '../../commands/shortcutText';
import { formatCount } from '../../format/count';
import { Tip } from '../../ui/Tip';
import { useSession, useView } from '../core/context';
import { speeds } from '../core/player';
import { doKey, type Deeds } from './deeds';
import { JumpField } from './JumpField';
import { replayKeys, type ReplayKey } from './shortcuts';
import './transport.css';

export function Transport({ deeds }: { readonly deeds: Deeds }) {
  const { t } = useTranslation();
  const { play } = useSession();
  const playing = useView(({ player }) => player.playing);
  const speed = useView(({ player }) => player.speed);
  const skipIdle = useView(({ player }) => player.skipIdle);
  const comparing = useView(({ pinned }) => pinned !== null);
  const button = (name: ReplayKey, label: string, Icon: LucideIcon) => (
    <Deed name={name} label={label} Icon={Icon} deeds={deeds} />
  );
  return (
    <div className="transport" role="group" aria-label={t('replay.play.bar')}>
      <span className="transport__group" dir="ltr">
        {button('previousMark', t('replay.play.previousMark'), SkipBack)}
        {button('previousEvent', t('replay.play.previousEvent'), ChevronLeft)}
        <Deed
          name="play"
          label={t(playing ? 'replay.play.pause' : 'replay.play.play')}
          Icon={playing ? Pause : Play}
          deeds={deeds}
          primary
        />
        {button('nextEvent', t('replay.play.nextEvent'), ChevronRight)}
        {button('nextMark', t('replay.play.nextMark'), SkipForward)}
      </span>
      <Tip text={t('replay.play.speed')} keys={[replayKeys.slower[0], replayKeys.faster[0]]}>
        <select
          className="transport__pill"
          aria-label={t('replay.play.speed')}
          value={speed}
          onChange={({ target }) => {
            const wanted = speeds.find((one) => String(one) === target.value);
            if (wanted !== undefined) play({ type: 'speed', speed: wanted });
          }}
        >
          {speeds.map((one) => (
            <option key={one} value={one}>
              {`${formatCount(one)}×`}
            </option>
          ))}
        </select>
      </Tip>
      <Tip text={t('replay.play.skipIdleHelp')} keys={[replayKeys.skipIdle[1]]}>
        <button
          type="button"
          className="transport__pill transport__toggle"
          aria-pressed={skipIdle}
          aria-keyshortcuts={ariaShortcut(replayKeys.skipIdle[0])}
          onClick={() => play({ type: 'toggleSkipIdle' })}
        >
          <FastForward size={15} aria-hidden="true" />
          {t('replay.play.skipIdle')}
        </button>
      </Tip>
      <JumpField />
      <span className="transport__group" dir="ltr">
        {button('zoomOut', t('replay.lane.zoomOut'), ZoomOut)}
        {button('zoomIn', t('replay.lane.zoomIn'), ZoomIn)}
        {button('zoomAll', t('replay.lane.zoomAll'), Maximize2)}
      </span>
      <span className="transport__end">
        <Deed name="copy" label={t('replay.play.copy')} Icon={ClipboardCopy} deeds={deeds} words />
        <Deed
          name="compare"
          label={t('replay.compare.start')}
          Icon={GitCompareArrows}
          deeds={deeds}
          words
          pressed={comparing}
        />
        {button('keys', t('replay.keys.show'), Keyboard)}
      </span>
    </div>
  );
}

interface DeedProps {
  readonly name: ReplayKey;
  readonly label: string;
  readonly Icon: LucideIcon;
  readonly deeds: Deeds;
  readonly primary?: boolean;
  /** The label stands beside the sign. */
  readonly words?: boolean;
  readonly pressed?: boolean;
}

function Deed({ name, label, Icon, deeds, primary = false, words = false, pressed }: DeedProps) {
  const session = useSession();
  const keys = replayKeys[name];
  return (
    <Tip text={label} keys={keys}>
      <button
        type="button"
        className={
          primary
            ? 'transport__button transport__button--primary'
            : words
              ? 'transport__button transport__button--words'
              : 'transport__button'
        }
        aria-label={label}
        aria-keyshortcuts={keys.map((one) => ariaShortcut(one)).join(' ')}
        aria-pressed={pressed}
        data-deed={name}
        onClick={() => doKey(name, session, deeds)}
      >
        <Icon size={primary ? 18 : 16} aria-hidden="true" />
        {words && <span className="transport__words">{label}</span>}
      </button>
    </Tip>
  );
}
