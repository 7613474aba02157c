import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askForNames, listOutputs, onDevicesChange, type Outputs } from '../sound/devices';
import { Choice } from './Choice';

interface DeviceChoiceProps {
  readonly value: string | null;
  readonly onChange: (deviceId: string | null) => void;
  readonly isLocked: boolean;
}

/** Which loudspeaker or headset rings; says so where the browser tells no names or lets nobody choose. */
export function DeviceChoice({ value, onChange, isLocked }: DeviceChoiceProps) {
  const { t } = useTranslation();
  const [outputs, setOutputs] = useState<Outputs>({ kind: 'named', devices: [] });
  const [refused, setRefused] = useState(false);

  useEffect(() => {
    const list = (): void => void listOutputs().then(setOutputs);
    list();
    return onDevicesChange(list);
  }, []);

  if (outputs.kind !== 'named') {
    const why = outputs.kind === 'unsupported' ? 'deviceNot' : refused ? 'deviceRefused' : 'deviceUnnamed';
    return (
      <div className="pref pref--row">
        <div>
          <p className="pref__label">{t('preferences.device')}</p>
          <p className="pref__why" role="status">
            {t(`preferences.${why}`)}
          </p>
        </div>
        {why === 'deviceUnnamed' && (
          <button
            type="button"
            className="button"
            onClick={() =>
              void askForNames().then(async (allowed) => {
                setRefused(!allowed);
                setOutputs(await listOutputs());
              })
            }
          >
            {t('preferences.deviceAsk')}
          </button>
        )}
      </div>
    );
  }
  const gone = value !== null && !outputs.devices.some(({ id }) => id === value);
  return (
    <Choice
      label={t('preferences.device')}
      value={value ?? ''}
      isLocked={isLocked}
      onChange={(id) => onChange(id === '' ? null : id)}
      options={[
        { value: '', label: t('preferences.deviceDefault') },
        ...outputs.devices.map(({ id, label }) => ({ value: id, label })),
        ...(gone ? [{ value, label: t('preferences.deviceGone') }] : []),
      ]}
      {...(gone ? { help: t('sound.deviceGone') } : {})}
    />
  );
}
