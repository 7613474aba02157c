/** The picture of a command on the toolbar. */
import {
  Check,
  CircleX,
  CornerUpRight,
  Forward,
  Grip,
  Merge,
  MessageCircleQuestionMark,
  Pause,
  Phone,
  PhoneOff,
  Play,
  Split,
  UserRoundPlus,
  Voicemail,
  Volume2,
  type LucideIcon,
} from 'lucide-react';
import type { ToolbarName } from './toolbarItems';

const icons: Readonly<Record<ToolbarName, LucideIcon>> = {
  answer: Phone,
  hangUp: PhoneOff,
  holdResume: Pause,
  transfer: Forward,
  consultTransfer: MessageCircleQuestionMark,
  directTransfer: Split,
  consultConference: UserRoundPlus,
  join: Merge,
  complete: Check,
  cancelConsult: CircleX,
  redirect: CornerUpRight,
  toVoicemail: Voicemail,
  keypad: Grip,
  intercom: Volume2,
};

export function CommandIcon({ name, resume }: { readonly name: ToolbarName; readonly resume: boolean }) {
  const Icon = resume ? Play : icons[name];
  return (
    <Icon
      size={18}
      aria-hidden="true"
      className={directed.includes(name) ? 'cmd__icon cmd__icon--directed' : 'cmd__icon'}
    />
  );
}

/** Arrows that point onward: the other way where one reads from right to left. */
const directed: readonly ToolbarName[] = ['transfer', 'redirect'];
