import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandName } from '../commands/names';
import { commandNamed } from '../commands/registry';
import { ariaShortcut } from '../commands/shortcutText';
import { useApp, useAppHandle } from '../store/context';
import { Kbd } from '../ui/Kbd';
import { Tip } from '../ui/Tip';

interface CommandButtonProps {
  readonly name: Extract<CommandName, 'answer' | 'hangUp' | 'holdResume' | 'transfer' | 'redirect'>;
  readonly icon: ReactNode;
  readonly tone?: 'go' | 'end' | 'plain';
  readonly ref?: Ref<HTMLButtonElement>;
}

const helpOf = {
  answer: 'commandHelp.answer',
  hangUp: 'commandHelp.hangUp',
  hold: 'commandHelp.hold',
  resume: 'commandHelp.resume',
  transfer: 'commandHelp.transfer',
  redirect: 'commandHelp.redirect',
  dial: 'command.dial',
  findPerson: 'command.findPerson',
} as const;

/** Stays focusable while it cannot act (`aria-disabled`), so that the reason can be found with the keyboard too. */
export function CommandButton({ name, icon, tone = 'plain', ref }: CommandButtonProps) {
  const { t } = useTranslation();
  const app = useAppHandle();
  const command = commandNamed(name);
  const label = useApp(command.label);
  const unavailable = useApp(command.unavailable);
  const reason = unavailable === null ? null : t(`reason.${unavailable}`);
  const keys = command.shortcuts.map((shortcut) => shortcut.keys);
  return (
    <Tip text={t(helpOf[label])} keys={keys} reason={reason}>
      <button
        ref={ref}
        type="button"
        className={`cmd cmd--${tone}`}
        aria-label={t(`command.${label}`)}
        aria-disabled={reason !== null}
        aria-description={reason ?? undefined}
        aria-keyshortcuts={keys.map(ariaShortcut).join(' ')}
        data-pending={unavailable === 'pending' ? '' : undefined}
        onClick={() => {
          if (command.unavailable(app.store.getState()) === null) command.run(app);
        }}
      >
        {icon}
        <span className="cmd__label">{t(`command.${label}`)}</span>
        {keys.slice(0, 1).map((key) => (
          <Kbd key={key} keys={key} />
        ))}
      </button>
    </Tip>
  );
}
