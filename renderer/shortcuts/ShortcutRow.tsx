import { Plus, RotateCcw, X } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../shared/result';
import type { Preferences } from '../../shared/console/preferences';
import type { CommandName } from '../commands/names';
import { isMac } from '../commands/platform';
import { keysOf } from '../commands/registry';
import { keyText, shortcutText } from '../commands/shortcutText';
import { useActions, useApp, useAppHandle } from '../store/context';
import { addKeys, isChanged, removeKeys, resetKeys, type KeyProblem } from './edit';
import { KeyRecorder } from './KeyRecorder';

/** `isLocked`: shown, and nothing to press. */
export function ShortcutRow({ name, isLocked }: { readonly name: CommandName; readonly isLocked: boolean }) {
  const { t } = useTranslation();
  const { store } = useAppHandle();
  const { savePreferences, announce } = useActions();
  const keys = useApp((state) => keysOf(state, name));
  const changed = useApp((state) => isChanged(state.preferences.shortcuts, name));
  const [recording, setRecording] = useState(false);
  const [problem, setProblem] = useState<{ readonly what: KeyProblem; readonly keys: string } | null>(null);
  const problemId = useId();
  const command = t(`command.${name}`);

  const save = (shortcuts: Preferences['shortcuts'], said: string): void => {
    savePreferences({ ...store.getState().preferences, shortcuts });
    announce(said);
    setProblem(null);
    setRecording(false);
  };
  const take = (result: Result<Preferences['shortcuts'], KeyProblem>, pressed: string, said: string): void => {
    if (result.ok) save(result.value, said);
    else setProblem({ what: result.error, keys: pressed });
  };
  const now = (): Preferences['shortcuts'] => store.getState().preferences.shortcuts;

  return (
    <li className="keys__row" data-command={name}>
      <span className="keys__name">{command}</span>
      <span className="keys__chips">
        {keys.map((one) => (
          <span key={one} className="keys__chip">
            <kbd className="kbd">{shortcutText(one, t)}</kbd>
            {!isLocked && (
              <button
                type="button"
                className="icon-button keys__small"
                aria-label={t('shortcut.remove', { keys: shortcutText(one, t), command })}
                onClick={() =>
                  save(removeKeys(now(), name, one), t('shortcut.removed', { keys: shortcutText(one, t), command }))
                }
              >
                <X size={13} aria-hidden="true" />
              </button>
            )}
          </span>
        ))}
        {keys.length === 0 && !recording && <span className="sub">{t('shortcut.none')}</span>}
        {recording ? (
          <KeyRecorder
            label={t('shortcut.press', { command })}
            describedBy={problem === null ? undefined : problemId}
            onKeys={(pressed) =>
              take(
                addKeys(now(), name, pressed, isMac),
                pressed,
                t('shortcut.added', { keys: shortcutText(pressed, t), command }),
              )
            }
            onLeave={() => {
              setRecording(false);
              setProblem(null);
            }}
          />
        ) : isLocked ? null : (
          <button
            type="button"
            className="icon-button keys__small"
            aria-label={t('shortcut.add', { command })}
            onClick={() => setRecording(true)}
          >
            <Plus size={14} aria-hidden="true" />
          </button>
        )}
      </span>
      {changed && !isLocked && (
        <button
          type="button"
          className="icon-button keys__small"
          aria-label={t('shortcut.reset', { command })}
          title={t('shortcut.reset', { command })}
          onClick={() => take(resetKeys(now(), name), '', t('shortcut.wasReset', { command }))}
        >
          <RotateCcw size={14} aria-hidden="true" />
        </button>
      )}
      {problem !== null && (
        <span className="keys__problem" id={problemId} role="alert">
          {problem.what.kind === 'conflict'
            ? t(problem.keys === '' ? 'shortcut.resetConflict' : 'shortcut.conflict', {
                keys: shortcutText(problem.keys, t),
                command: t(`command.${problem.what.with}`),
              })
            : t(`shortcut.${problem.what.kind}`, { keys: shortcutText(problem.keys, t), mod: keyText('$mod', t) })}
        </span>
      )}
    </li>
  );
}
