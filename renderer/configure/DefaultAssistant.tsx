import { UsersRound } from 'lucide-react';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { activeAssistant } from '../../shared/routing/activeAssistant';
import { EmptyState } from '../ui/EmptyState';
import { AssistantRow } from './AssistantRow';
import { assistantName, firstName } from './assistants';
import { PartNote } from './PartNote';
import type { TabProps } from './tabProps';

/** Who takes the manager's calls whenever online. */
export function DefaultAssistant(props: TabProps) {
  const { t } = useTranslation();
  const { manager, form, change } = props;
  const { assistants } = manager;
  const name = firstName(manager.name);
  const chosen = assistants.find(({ userId }) => userId === form.assistant);
  const serves = assistantName(manager, activeAssistant(assistants, form.assistant));
  if (assistants.length === 0) {
    return (
      <EmptyState
        icon={<UsersRound size={22} />}
        title={t('configure.noAssistants')}
        text={t('configure.noAssistantsText')}
      />
    );
  }
  return (
    <div className="one-column">
      <PartNote part="assistant" {...props} />
      <p className="field__label" id="default-assistant-label">
        {t('configure.assistantLabel', { name })}
      </p>
      <RadioGroup
        className="people scroll"
        aria-labelledby="default-assistant-label"
        value={form.assistant ?? ''}
        onChange={(value) => {
          const wanted = assistants.find(({ userId }) => userId === value);
          if (wanted) change((before) => ({ ...before, assistant: wanted.userId }));
        }}
      >
        {assistants.map((assistant) => (
          <RadioField key={assistant.userId} value={assistant.userId}>
            <RadioButton className="person over">
              <AssistantRow assistant={assistant} serves={assistant.userId === manager.activeAssistant} />
            </RadioButton>
          </RadioField>
        ))}
      </RadioGroup>
      <p className="field__help" role="status">
        {chosen === undefined
          ? t('configure.assistantNone', { name })
          : chosen.online
            ? t('configure.assistantOnline', { assistant: chosen.name, name })
            : serves === null
              ? t('configure.assistantAllOffline', { name })
              : t('configure.assistantOffline', { assistant: chosen.name, name, other: serves })}
      </p>
    </div>
  );
}
