import { Plus, X } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SystemKeyCommand, SystemKeyStatus, SystemKeys } from '../../shared/desktop/systemKeys';
import { isMac } from '../commands/platform';
import { shortcutText } from '../commands/shortcutText';
import { useActions, useApp, useAppHandle } from '../store/context';
import { KeyRecorder } from './KeyRecorder';
import { chordOf, ownerOf, takeSystemKeys, type SystemKeyRefusal } from './systemKeyEdit';

interface SystemKeyRowProps {
  readonly command: SystemKeyCommand;
  readonly isLocked: boolean;
}

const well: ReadonlySet<SystemKeyStatus> = new Set(['off', 'inForce']);

/** One command with its keys in every program, and whether they are in force. */
export function SystemKeyRow({ command, isLocked }: SystemKeyRowProps) {
  const { t } = useTranslation();
  const { store } = useAppHandle();
  const { savePreferences, announce } = useActions();
  const keys = useApp(({ preferences }) => preferences.systemKeys[command]);
  const status = useApp(({ systemKeys }) => systemKeys[command]);
  const hides = useApp(({ preferences }) => (keys === null ? null : ownerOf(keys, command, preferences, isMac)));
  const [recording, setRecording] = useState(false);
  const [refused, setRefused] = useState<{ readonly why: SystemKeyRefusal; readonly keys: string } | null>(null);
  const problemId = useId();
  const name = t(`command.${command}`);
  const shown = keys === null ? null : shortcutText(chordOf(keys, isMac), t);

  const save = (systemKeys: SystemKeys, said: string): void => {
    savePreferences({ ...store.getState().preferences, systemKeys });
    announce(said);
    setRefused(null);
    setRecording(false);
  };
  const take = (pressed: string, spellings: readonly string[]): void => {
    const taken = takeSystemKeys(store.getState().preferences, command, spellings, isMac);
    const text = shortcutText(pressed, t);
    if (taken.ok) save(taken.value, t('systemKey.saved', { keys: text, command: name }));
    else setRefused({ why: taken.error, keys: text });
  };

  return (
    <li className="keys__row" data-system-command={command}>
      <span className="keys__name">{name}</span>
      <span className="keys__chips">
        {(keys === null || status === 'inForce') && !recording && (
          <span className="sub" role="status">
            {t(keys === null ? 'systemKey.status.off' : 'systemKey.status.inForce')}
          </span>
        )}
        {keys !== null && shown !== null && (
          <span className="keys__chip">
            <kbd className="kbd">{shown}</kbd>
            {!isLocked && (
              <button
                type="button"
                className="icon-button keys__small"
                aria-label={t('shortcut.remove', { keys: shown, command: name })}
                onClick={() =>
                  save(
                    { ...store.getState().preferences.systemKeys, [command]: null },
                    t('systemKey.removed', { command: name }),
                  )
                }
              >
                <X size={13} aria-hidden="true" />
              </button>
            )}
          </span>
        )}
        {recording ? (
          <KeyRecorder
            label={t('shortcut.press', { command: name })}
            describedBy={refused === null ? undefined : problemId}
            onKeys={take}
            onLeave={() => {
              setRecording(false);
              setRefused(null);
            }}
          />
        ) : (
          !isLocked && (
            <button
              type="button"
              className="icon-button keys__small"
              aria-label={t('systemKey.set', { command: name })}
              onClick={() => setRecording(true)}
            >
              <Plus size={14} aria-hidden="true" />
            </button>
          )
        )}
      </span>
      {refused !== null ? (
        <span className="keys__problem" id={problemId} role="alert">
          {refused.why.kind === 'conflict'
            ? t('systemKey.conflict', { keys: refused.keys, command: t(`command.${refused.why.with}`) })
            : t(`systemKey.status.${refused.why.kind}`, { keys: refused.keys })}
        </span>
      ) : (
        shown !== null && (
          <span className="keys__problem" role="status">
            {well.has(status) ? '' : t(`systemKey.status.${status}`, { keys: shown })}
            {hides !== null &&
              status === 'inForce' &&
              t('systemKey.hides', { keys: shown, command: t(`command.${hides}`) })}
          </span>
        )
      )}
    </li>
  );
}
