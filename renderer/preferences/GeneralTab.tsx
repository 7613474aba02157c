import { useTranslation } from 'react-i18next';
import { useApp } from '../store/context';
import { spoken } from '../strings/load';
import { Choice } from './Choice';
import { ownName } from './languageNames';
import { SwitchRow } from './SwitchRow';
import { usePreference } from './usePreference';

/** Language, how much of a stir a new call makes outside of the window, and what is kept of a session. */
export function GeneralTab() {
  const { t } = useTranslation();
  const abilities = useApp((state) => state.abilities);
  const [language, setLanguage, isLanguageLocked] = usePreference('language');
  const [popToFront, setPopToFront, isPopToFrontLocked] = usePreference('popToFront');
  const [notifications, setNotifications, isNotificationsLocked] = usePreference('notifications');
  const [startWithComputer, setStartWithComputer, isStartWithComputerLocked] = usePreference('startWithComputer');
  const [closeToTray, setCloseToTray, isCloseToTrayLocked] = usePreference('closeToTray');
  const [recordSessions, setRecordSessions, isRecordSessionsLocked] = usePreference('recordSessions');
  const [updates, setUpdates, isUpdatesLocked] = usePreference('updates');
  const hasUpdates = useApp(({ update }) => update.phase !== 'off' || update.why !== 'notHere');
  return (
    <div className="prefs__page">
      <Choice
        label={t('preferences.language')}
        value={language}
        isLocked={isLanguageLocked}
        onChange={setLanguage}
        options={[
          { value: 'system', label: t('preferences.languageSystem') },
          ...spoken.map((one) => ({ value: one, label: ownName(one), lang: one })),
        ]}
      />
      <SwitchRow
        label={t('preferences.popToFront')}
        help={t('preferences.popToFrontHelp')}
        on={popToFront}
        isLocked={isPopToFrontLocked}
        onChange={setPopToFront}
        impossible={abilities.popToFront ? null : t('preferences.popToFrontNot')}
      />
      <SwitchRow
        label={t('preferences.notifications')}
        help={t('preferences.notificationsHelp')}
        on={notifications}
        isLocked={isNotificationsLocked}
        onChange={setNotifications}
        impossible={abilities.notifications ? null : t('preferences.notificationsNot')}
      />
      <SwitchRow
        label={t('preferences.start')}
        help={t('preferences.startHelp')}
        on={startWithComputer}
        isLocked={isStartWithComputerLocked}
        onChange={setStartWithComputer}
        impossible={abilities.startWithComputer ? null : t('preferences.startNot')}
      />
      {abilities.tray && (
        <SwitchRow
          label={t('tray.close')}
          help={t('tray.closeHelp')}
          on={closeToTray}
          isLocked={isCloseToTrayLocked}
          onChange={setCloseToTray}
        />
      )}
      {hasUpdates && (
        <SwitchRow
          label={t('update.keep')}
          help={t('update.keepHelp')}
          on={updates}
          isLocked={isUpdatesLocked}
          onChange={setUpdates}
        />
      )}
      <SwitchRow
        label={t('recordings.record')}
        help={t('recordings.recordHelp')}
        on={recordSessions}
        isLocked={isRecordSessionsLocked}
        onChange={setRecordSessions}
      />
    </div>
  );
}
