import { useTranslation } from 'react-i18next';
import { systemKeyCommands } from '../../shared/desktop/systemKeys';
import { Locked } from '../preferences/Locked';
import { useApp } from '../store/context';
import { SystemKeyRow } from './SystemKeyRow';
import './shortcuts.css';

/** The two commands that can have keys in every program, above those of this window. */
export function SystemKeys() {
  const { t } = useTranslation();
  const isLocked = useApp((state) => state.locked.includes('systemKeys'));
  return (
    <section className="keys keys--system" aria-labelledby="system-keys">
      <h3 className="keys__title" id="system-keys">
        {t('systemKey.title')}
      </h3>
      {isLocked ? <Locked id="system-keys-locked" /> : <p className="sub">{t('systemKey.intro')}</p>}
      <ul className="keys__list">
        {systemKeyCommands.map((command) => (
          <SystemKeyRow key={command} command={command} isLocked={isLocked} />
        ))}
      </ul>
    </section>
  );
}
