import { CornerUpRight, Forward, Pause, Phone, PhoneOff, Play } from 'lucide-react';
import { useRef } from 'react';
import { Toolbar as AriaToolbar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { commandNamed } from '../commands/registry';
import { useApp } from '../store/context';
import { CommandButton } from './CommandButton';
import { SelectedCall } from './SelectedCall';
import { TransferPopover } from './TransferPopover';
import './toolbar.css';

const holdResume = commandNamed('holdResume');

/** The commands for the selected call, each with its key in sight. */
export function Toolbar() {
  const { t } = useTranslation();
  const held = useApp((state) => holdResume.label(state) === 'resume');
  const transferButton = useRef<HTMLButtonElement>(null);
  return (
    <div className="bar">
      <AriaToolbar className="bar__commands" aria-label={t('command.toolbar')}>
        <CommandButton name="answer" icon={<Phone size={18} aria-hidden="true" />} tone="go" />
        <CommandButton name="hangUp" icon={<PhoneOff size={18} aria-hidden="true" />} tone="end" />
        <CommandButton
          name="holdResume"
          icon={held ? <Play size={18} aria-hidden="true" /> : <Pause size={18} aria-hidden="true" />}
        />
        <i className="bar__line" aria-hidden="true" />
        <CommandButton name="transfer" icon={<Forward size={18} aria-hidden="true" />} ref={transferButton} />
        <CommandButton name="redirect" icon={<CornerUpRight size={18} aria-hidden="true" />} />
      </AriaToolbar>
      <SelectedCall />
      <TransferPopover trigger={transferButton} />
    </div>
  );
}
