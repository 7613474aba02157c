import { Play, Volume2 } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ringSounds } from '../../shared/console/choices';
import { formatCount } from '../format/count';
import { play } from '../sound/player';
import { useSoundStatus } from '../sound/status';
import { Cards } from './Cards';
import { DeviceChoice } from './DeviceChoice';
import { SwitchRow } from './SwitchRow';
import { usePreference } from './usePreference';

/** How a call is heard. */
export function CallsTab() {
  const { t } = useTranslation();
  const [ring, setRing, isLocked] = usePreference('ring');
  const playing = useSoundStatus((status) => status.playing);
  const failed = useSoundStatus((status) => status.failed);
  const volumeId = useId();
  const percent = Math.round(ring.volume * 100);
  return (
    <div className="prefs__page">
      <SwitchRow
        label={t('preferences.ring')}
        help={t('preferences.ringHelp')}
        on={ring.on}
        isLocked={isLocked}
        onChange={(on) => setRing({ ...ring, on })}
      />
      <Cards
        label={t('preferences.sound')}
        value={ring.sound}
        isLocked={isLocked}
        onChange={(sound) => setRing({ ...ring, sound })}
        options={ringSounds.map((value) => ({ value, label: t(`preferences.sounds.${value}`) }))}
      />
      <div className="pref">
        <label className="pref__label" htmlFor={volumeId}>
          {t('preferences.volume')}
        </label>
        <div className="volume">
          <Volume2 size={16} aria-hidden="true" />
          <input
            id={volumeId}
            className="volume__slider"
            type="range"
            min={0}
            max={100}
            step={5}
            value={percent}
            disabled={isLocked}
            aria-valuetext={t('preferences.percent', { percent: formatCount(percent) })}
            onChange={(event) => setRing({ ...ring, volume: Number(event.target.value) / 100 })}
          />
          <output htmlFor={volumeId}>{t('preferences.percent', { percent: formatCount(percent) })}</output>
        </div>
      </div>
      <DeviceChoice isLocked={isLocked} value={ring.deviceId} onChange={(deviceId) => setRing({ ...ring, deviceId })} />
      <div className="pref pref--row">
        <p className="pref__help" role="status">
          {failed ? t('sound.failed') : playing === null ? t('preferences.tryHelp') : t('preferences.playing')}
        </p>
        <button
          type="button"
          className="button"
          aria-disabled={playing === 'ring' || playing === 'second'}
          onClick={() => {
            // A call that rings is the best try there is.
            if (playing === null || playing === 'preview') play('preview', ring);
          }}
        >
          <Play size={15} aria-hidden="true" />
          {t('preferences.try')}
        </button>
      </div>
    </div>
  );
}
