/** One command of the toolbar: picture over word, its key in the tooltip, and in sight where there is room. */
import { useTranslation } from 'react-i18next';
import { commandNamed, keysOf } from '../commands/registry';
import { ariaShortcut } from '../commands/shortcutText';
import { useApp, useAppHandle } from '../store/context';
import { Kbd } from '../ui/Kbd';
import { Tip } from '../ui/Tip';
import { CommandIcon } from './CommandIcon';
import type { ToolbarName } from './toolbarItems';

interface CommandButtonProps {
  readonly name: ToolbarName;
  readonly tone: 'go' | 'end' | 'finish' | 'plain';
  readonly showKey: boolean;
  /** It does not fit and is in the menu instead. */
  readonly isOver: boolean;
}

/** Where popovers of a command open. */
export function commandButtonId(name: ToolbarName): string {
  return `command-${name}`;
}

/** Where they open when the button is in the menu. */
export const moreButtonId = 'command-more';

/** Stays focusable while it cannot act (`aria-disabled`), so that the reason can be found with the keyboard too. */
export function CommandButton({ name, tone, showKey, isOver }: CommandButtonProps) {
  const { t } = useTranslation();
  const app = useAppHandle();
  const command = commandNamed(name);
  const label = useApp(command.label);
  const help = useApp(command.help);
  const unavailable = useApp(command.unavailable);
  const keys = useApp((state) => keysOf(state, name));
  const reason = unavailable === null ? null : t(`reason.${unavailable}`);
  const short = label === 'hold' || label === 'resume' ? label : name === 'holdResume' ? 'hold' : name;
  return (
    <Tip text={t(`commandHelp.${help}`)} keys={keys} reason={reason}>
      <button
        id={commandButtonId(name)}
        type="button"
        className={`cmd cmd--${tone}`}
        data-command={name}
        data-over={isOver ? '' : undefined}
        aria-label={t(`command.${label}`)}
        aria-disabled={reason !== null}
        aria-description={reason ?? undefined}
        aria-keyshortcuts={keys.map((one) => ariaShortcut(one)).join(' ')}
        data-pending={unavailable === 'pending' ? '' : undefined}
        onClick={() => {
          if (command.unavailable(app.store.getState()) === null) command.run(app);
        }}
      >
        <span className="cmd__top">
          <CommandIcon name={name} resume={label === 'resume'} />
          {showKey && keys.slice(0, 1).map((key) => <Kbd key={key} keys={key} />)}
        </span>
        <span className="cmd__label">{t(`toolbar.${short}`)}</span>
      </button>
    </Tip>
  );
}
