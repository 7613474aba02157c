import type { ManagerPage } from '../managerProtocol';
import { Section } from './Section';
import { t } from './strings/i18n';
import { Toggle } from './Toggle';
import { useChange } from './useChange';

const ofMode = { proxy: ['doNotDisturb', 'assistantWatch', 'alertTone'], shared: ['doNotDisturb'] } as const;

export function QuickSwitches({ page, live }: { readonly page: ManagerPage; readonly live: boolean }) {
  const { pending, problem, make } = useChange();
  return (
    <Section title={t('quick.title')} problem={problem}>
      {ofMode[page.mode].map((feature) => (
        <Toggle
          key={feature}
          label={t(`feature.${feature}`)}
          help={t(`feature.${feature}.help`)}
          on={page.manager[feature]}
          pending={pending}
          disabled={!live || pending}
          onChange={(on) => void make({ type: 'setFeature', feature, on, was: page.manager[feature] })}
        />
      ))}
    </Section>
  );
}
