import type { ManagerPage } from '../managerProtocol';
import { Choices } from './Choices';
import { Section } from './Section';
import { t } from './strings/i18n';
import { useChange } from './useChange';

export function AssistantChoice({ page, live }: { readonly page: ManagerPage; readonly live: boolean }) {
  const { pending, problem, make } = useChange();
  const { assistants, defaultAssistant, activeAssistant } = page.manager;
  const choices = assistants.map(({ userId, name, online }) => ({
    value: userId,
    label: name,
    note: t(userId === activeAssistant ? 'assistant.active' : online ? 'assistant.online' : 'assistant.offline'),
  }));
  return (
    <Section title={t('assistant.title')} problem={problem}>
      <p className="field__help">{t('assistant.help')}</p>
      <Choices
        label={t('assistant.title')}
        look="list"
        choices={choices}
        value={defaultAssistant}
        disabled={!live || pending}
        pending={pending}
        onChange={(value) => {
          const chosen = assistants.find(({ userId }) => userId === value);
          if (chosen) {
            void make({ type: 'setDefaultAssistant', assistantId: chosen.userId, was: defaultAssistant });
          }
        }}
      />
    </Section>
  );
}
