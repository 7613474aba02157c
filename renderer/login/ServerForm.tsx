import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { logLevels } from '../../shared/console/choices';
import type { LockName } from '../../shared/console/locks';
import { Choice } from '../preferences/Choice';
import { SwitchRow } from '../preferences/SwitchRow';
import { useActions, useApp } from '../store/context';
import { Field } from '../ui/Field';
import { AuthorityField } from './AuthorityField';
import {
  isPlainRefused,
  keepLocked,
  parseSettings,
  settingOf,
  settingsText,
  withHost,
  type SettingsProblems,
  type SettingsText,
  type TextField,
} from './settingsForm';
import '../preferences/preferences.css';
import '../ui/modal.css';
import './servers.css';

interface ServerFormProps {
  /** Beside Save, where this stands in a dialog of its own. */
  readonly cancel?: ReactNode;
  readonly onSaved?: () => void;
}

/** Where the service is, and how soon a lost server is noticed: in the preferences, and in a dialog of the login screen. */
export function ServerForm({ cancel, onSaved }: ServerFormProps) {
  const { t } = useTranslation();
  const { saveSettings, readAuthority } = useActions();
  const settings = useApp((state) => state.settings);
  const locked = useApp((state) => state.locked);
  const [text, setText] = useState(() => settingsText(settings));
  const [problems, setProblems] = useState<SettingsProblems>({});
  const [state, setState] = useState<'editing' | 'saving' | 'saved' | 'failed'>('editing');

  const save = async (): Promise<void> => {
    if (state === 'saving') return;
    const parsed = parseSettings(text, settings);
    setProblems(parsed.ok ? {} : parsed.error);
    setState(parsed.ok ? 'saving' : 'editing');
    if (!parsed.ok) return;
    // A settings file may hold one that is damaged: it says so beside it, and is not saved again.
    if (text.authority !== null && (await readAuthority(text.authority)).status === 'refused') {
      setState('failed');
      return;
    }
    const saved = await saveSettings(keepLocked(parsed.value, settings, locked)).catch(() => null);
    setState(saved === null ? 'failed' : 'saved');
    if (saved !== null) onSaved?.();
  };
  const change = (more: Partial<SettingsText>): void => {
    setText((before) => ({ ...before, ...more }));
    setState('editing');
  };
  const host = (server: 'primary' | 'backup') => (value: string) => {
    setText((before) => withHost(before, server, value));
    setState('editing');
  };
  const lockOf = (name: LockName) => (locked.includes(name) ? { isDisabled: true, help: t('reason.locked') } : {});
  const field = (name: TextField) => ({
    value: text[name],
    onChange: (value: string) => change({ [name]: value }),
    error: problems[name] === undefined ? null : t(`settings.${problems[name]}`),
    ...lockOf(settingOf[name]),
  });

  return (
    <form
      className="server-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className="servers">
        <Field label={t('settings.primaryHost')} {...field('primaryHost')} onChange={host('primary')} />
        <Field label={t('settings.primaryPort')} {...field('primaryPort')} inputMode="numeric" />
        <div className="servers__wide">
          <SwitchRow
            label={t('settings.primaryTls')}
            help={t(isPlainRefused(text, 'primary') ? 'settings.plainRefused' : 'settings.tlsHelp')}
            warns={isPlainRefused(text, 'primary')}
            on={text.primaryTls}
            isLocked={locked.includes('primary')}
            onChange={(primaryTls) => change({ primaryTls })}
          />
        </div>
        <Field
          label={t('settings.backupHost')}
          {...field('backupHost')}
          onChange={host('backup')}
          help={t('settings.backupNone')}
          {...lockOf('backup')}
        />
        <Field label={t('settings.backupPort')} {...field('backupPort')} inputMode="numeric" />
        <div className="servers__wide">
          <SwitchRow
            label={t('settings.backupTls')}
            help={t(isPlainRefused(text, 'backup') ? 'settings.plainRefused' : 'settings.tlsHelp')}
            warns={isPlainRefused(text, 'backup')}
            on={text.backupTls}
            isLocked={locked.includes('backup')}
            onChange={(backupTls) => change({ backupTls })}
          />
        </div>
        <p className="servers__help field__help">{t('settings.addressesWhen')}</p>
        <h3 className="servers__title">{t('settings.encryption')}</h3>
        <div className="servers__wide">
          <AuthorityField
            pem={text.authority}
            isLocked={locked.includes('authority')}
            onChange={(authority) => change({ authority })}
          />
        </div>
        <div className="servers__wide">
          <SwitchRow
            label={t('settings.allowPlain')}
            help={t('settings.allowPlainHelp')}
            warns={text.allowPlain}
            on={text.allowPlain}
            isLocked={locked.includes('allowPlain')}
            onChange={(allowPlain) => change({ allowPlain })}
          />
        </div>
        <h3 className="servers__title">{t('settings.timing')}</h3>
        <div className="servers__pair">
          <Field
            label={t('settings.heartbeat')}
            {...field('heartbeat')}
            placeholder={t('settings.fromServer')}
            inputMode="numeric"
          />
          <Field
            label={t('settings.timeout')}
            {...field('timeout')}
            placeholder={t('settings.fromServer')}
            inputMode="numeric"
          />
        </div>
        <p className="servers__help field__help">{t('settings.timingHelp')}</p>
        <div className="servers__wide">
          <Choice
            label={t('settings.logLevel')}
            help={t('settings.logLevelHelp')}
            value={text.logLevel}
            isLocked={locked.includes('logLevel')}
            onChange={(logLevel) => change({ logLevel })}
            options={logLevels.map((value) => ({ value, label: t(`settings.logLevels.${value}`) }))}
          />
        </div>
        {state === 'failed' && (
          <p className="field__error servers__wide" role="alert">
            {t('settings.failed')}
          </p>
        )}
      </div>
      <div className="modal__foot server-form__foot">
        <span className="server-form__saved" role="status">
          {state === 'saved' && t('settings.saved')}
        </span>
        {cancel}
        <button className="button button--primary" type="submit" aria-disabled={state === 'saving'}>
          {t('settings.save')}
        </button>
      </div>
    </form>
  );
}
