/** Every command with its keys: recorded by pressing them, taken away, set back. In force at once. */
import { RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { commandGroups } from '../commands/command';
import { commands } from '../commands/registry';
import { Locked } from '../preferences/Locked';
import { useActions, useApp, useAppHandle } from '../store/context';
import { ShortcutRow } from './ShortcutRow';
import './shortcuts.css';

export function ShortcutEditor() {
  const { t } = useTranslation();
  const { store } = useAppHandle();
  const { savePreferences, announce } = useActions();
  const isLocked = useApp((state) => state.locked.includes('shortcuts'));
  const changed = useApp(({ preferences }) => Object.keys(preferences.shortcuts).length > 0);
  return (
    <div className="keys">
      <div className="keys__head">
        {isLocked ? <Locked id="keys-locked" /> : <p className="sub">{t('shortcut.intro')}</p>}
        <button
          type="button"
          className="button"
          aria-disabled={!changed || isLocked}
          aria-describedby={isLocked ? 'keys-locked' : undefined}
          onClick={() => {
            if (!changed || isLocked) return;
            savePreferences({ ...store.getState().preferences, shortcuts: {} });
            announce(t('shortcut.allReset'));
          }}
        >
          <RotateCcw size={14} aria-hidden="true" />
          {t('shortcut.resetAll')}
        </button>
      </div>
      {commandGroups.map((group) => (
        <section key={group} aria-labelledby={`keys-${group}`}>
          <h3 className="keys__title" id={`keys-${group}`}>
            {t(`commandGroup.${group}`)}
          </h3>
          <ul className="keys__list">
            {commands
              .filter((command) => command.group === group)
              .map(({ name }) => (
                <ShortcutRow key={name} name={name} isLocked={isLocked} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
