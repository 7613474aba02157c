import { RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { UserId } from '../../shared/ids';
import { AssistantRow } from './AssistantRow';
import { assistantName, firstName } from './assistants';
import type { DivertDraft } from './divertDraft';
import { divertProblem } from './form';
import { PersonNumber } from './PersonNumber';
import type { TabProps } from './tabProps';

const assistantPrefix = 'assistant:';

/** The active assistant, a named one, or a number; with a shared line a number or nothing. */
export function DivertChoice({ manager, form, change, refused, shared }: TabProps & { readonly shared: boolean }) {
  const { t } = useTranslation();
  const { divert } = form;
  const problem = divertProblem(form);
  const put = (draft: Partial<DivertDraft>): void =>
    change((before) => ({ ...before, divert: { ...before.divert, ...draft } }));
  const choose = (value: string): void => {
    const named = manager.assistants.find(({ userId }) => value === valueOf('assistant', userId));
    if (named) put({ kind: 'assistant', userId: named.userId });
    else if (value === 'activeAssistant' || value === 'number' || value === 'none') put({ kind: value });
  };
  const active = assistantName(manager, manager.activeAssistant);
  return (
    <>
      <RadioGroup
        className="people scroll"
        aria-label={t('configure.divertLabel', { name: firstName(manager.name) })}
        value={valueOf(divert.kind, divert.userId)}
        onChange={choose}
      >
        <p className="field__label people__label" aria-hidden="true">
          {t('configure.divertLabel', { name: firstName(manager.name) })}
        </p>
        {shared ? (
          <RadioField value="none">
            <RadioButton className="person over">
              <span className="person__dot" aria-hidden="true" />
              {t('configure.targetNone')}
            </RadioButton>
          </RadioField>
        ) : (
          <>
            <RadioField value="activeAssistant">
              <RadioButton className="person over">
                <span className="person__dot" aria-hidden="true" />
                <span className="person__name">{t('configure.targetActive')}</span>
                <span className="sub ellipsis" dir="auto">
                  {active === null ? t('manager.nobody') : t('configure.nowName', { name: active })}
                </span>
              </RadioButton>
            </RadioField>
            {manager.assistants.map((assistant) => (
              <RadioField key={assistant.userId} value={valueOf('assistant', assistant.userId)}>
                <RadioButton className="person over">
                  <AssistantRow assistant={assistant} serves={assistant.userId === manager.activeAssistant} />
                </RadioButton>
              </RadioField>
            ))}
          </>
        )}
        <RadioField value="number">
          <RadioButton className="person over">
            <span className="person__dot" aria-hidden="true" />
            {t('configure.targetNumber')}
          </RadioButton>
        </RadioField>
      </RadioGroup>
      {divert.kind === 'number' && (
        <PersonNumber
          label={t('configure.divertNumber')}
          text={divert.number}
          problem={
            problem === null || problem === 'noAssistant' || divert.number === '' ? null : t(`dialProblem.${problem}`)
          }
          invalid={refused?.part === 'divert'}
          onText={(number) => put({ number })}
        />
      )}
    </>
  );
}

function valueOf(kind: DivertDraft['kind'], userId: UserId | null): string {
  return kind === 'assistant' ? `${assistantPrefix}${userId ?? ''}` : kind;
}
