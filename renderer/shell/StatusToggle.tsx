import { AppWindow, BellOff, BellRing, Layers } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { commandNamed, keysOf, runCommand } from '../commands/registry';
import { sayWhyNot } from '../commands/sayWhyNot';
import { ariaShortcut } from '../commands/shortcutText';
import { useApp, useAppHandle } from '../store/context';
import { Tip } from '../ui/Tip';

interface StatusToggleProps {
  readonly name: 'toggleRing' | 'togglePopToFront';
}

/** Says how it stands; a press changes it. The tooltip says what a press would do, and its key. */
export function StatusToggle({ name }: StatusToggleProps) {
  const { t } = useTranslation();
  const app = useAppHandle();
  const command = commandNamed(name);
  const label = useApp(command.label);
  const keys = useApp((state) => keysOf(state, name));
  const unavailable = useApp(command.unavailable);
  const reason = unavailable === null ? null : t(`reason.${unavailable}`);
  const on = useApp(({ preferences }) => (name === 'toggleRing' ? preferences.ring.on : preferences.popToFront));
  const Icon = name === 'toggleRing' ? (on ? BellRing : BellOff) : on ? AppWindow : Layers;
  return (
    <Tip text={t(`command.${label}`)} keys={keys.slice(0, 1)} reason={reason}>
      <button
        type="button"
        className="status__toggle"
        data-on={on ? '' : undefined}
        aria-keyshortcuts={keys.map((one) => ariaShortcut(one)).join(' ')}
        aria-disabled={reason !== null}
        aria-description={reason ?? undefined}
        onClick={() => runCommand(command, app, (why) => sayWhyNot(app, why))}
      >
        <Icon size={13} aria-hidden="true" />
        <span className="status__word">{t(`status.${name}.${on ? 'on' : 'off'}`)}</span>
      </button>
    </Tip>
  );
}
