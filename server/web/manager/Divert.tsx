import { useState } from 'react';
import type { DivertTarget } from '../../../shared/calls/model';
import { cleanDialString } from '../../../shared/routing/dialString';
import type { ManagerPage } from '../managerProtocol';
import { Choices } from './Choices';
import { Section } from './Section';
import { t } from './strings/i18n';
import { TextBox } from './TextBox';
import { Toggle } from './Toggle';
import { useChange } from './useChange';

/** `number` waits for one to be typed; everything else is set at once. */
export function Divert({ page, live }: { readonly page: ManagerPage; readonly live: boolean }) {
  const { pending, problem, make } = useChange();
  const { divertTarget: now, divertAll, assistants } = page.manager;
  const [text, setText] = useState('');
  const [wantsNumber, setWantsNumber] = useState(false);
  const shared = page.mode === 'shared';
  const number = cleanDialString(text);
  const bad = text.trim() !== '' && !number.ok;
  const chosen = wantsNumber ? 'number' : now.kind === 'assistant' ? `assistant:${now.userId}` : now.kind;

  const setTarget = (target: DivertTarget) => make({ type: 'setDivertTarget', target, was: now });
  const choose = (value: string): void => {
    setWantsNumber(value === 'number');
    const assistant = assistants.find(({ userId }) => value === `assistant:${userId}`);
    if (assistant) void setTarget({ kind: 'assistant', userId: assistant.userId });
    else if (value === 'activeAssistant' || value === 'none') void setTarget({ kind: value });
  };

  return (
    <Section title={t('divert.title')} problem={problem}>
      {shared ? (
        <p className="field__help">{t('divert.shared.help')}</p>
      ) : (
        <Toggle
          label={t('divert.all')}
          help={t('divert.all.help')}
          on={divertAll}
          pending={pending}
          disabled={!live || pending}
          onChange={(on) => void make({ type: 'setFeature', feature: 'divertAll', on, was: divertAll })}
        />
      )}
      <h3 className="card__label">{t('divert.target')}</h3>
      <Choices
        label={t('divert.target')}
        look="list"
        value={chosen}
        disabled={!live || pending}
        pending={pending}
        choices={[
          ...(shared
            ? [{ value: 'none', label: t('divert.none') }]
            : [
                { value: 'activeAssistant', label: t('divert.activeAssistant') },
                ...assistants.map(({ userId, name }) => ({ value: `assistant:${userId}`, label: name })),
              ]),
          {
            value: 'number',
            label: t('divert.number'),
            ...(now.kind === 'number' ? { note: now.number } : {}),
          },
        ]}
        onChange={choose}
      />
      {chosen === 'number' && (
        <form
          className="number-entry"
          onSubmit={(event) => {
            event.preventDefault();
            if (!number.ok || !live) return;
            void setTarget({ kind: 'number', number: number.value }).then((done) => {
              if (!done) return;
              setText('');
              setWantsNumber(false);
            });
          }}
        >
          <TextBox
            label={t('divert.numberField')}
            value={text}
            onChange={setText}
            placeholder={t('divert.numberPlaceholder')}
            error={bad ? t('divert.badNumber') : null}
          />
          <button type="submit" className="button" aria-disabled={!number.ok || !live || pending}>
            {t('divert.set')}
          </button>
        </form>
      )}
    </Section>
  );
}
