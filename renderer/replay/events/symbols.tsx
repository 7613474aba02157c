/** One sign for each kind of event and of mark; words stand beside it. */
import {
  ArrowDownToLine,
  ArrowRight,
  ArrowRightLeft,
  Ban,
  Bell,
  CircleDashed,
  CircleHelp,
  CircleX,
  CornerUpRight,
  Eye,
  HeartPulse,
  Keyboard,
  MessageSquareReply,
  Pause,
  Phone,
  PhoneOff,
  PhoneOutgoing,
  Play,
  Plug,
  RadioTower,
  Search,
  ShieldCheck,
  Square,
  TriangleAlert,
  Unplug,
  Users,
  Waypoints,
  type LucideIcon,
} from 'lucide-react';
import type { EventKind } from '../../../shared/session/format';
import type { MarkType } from '../../../shared/session/marks';
import type { EventTone } from '../core/eventWords';

export const eventIcons: Readonly<Record<EventKind, LucideIcon>> = {
  console: ArrowDownToLine,
  events: RadioTower,
  link: Plug,
  linkEntry: HeartPulse,
  transition: Waypoints,
  command: ArrowRight,
  outcome: MessageSquareReply,
  intent: Keyboard,
  view: Eye,
  search: Search,
  problem: TriangleAlert,
  checkpoint: ShieldCheck,
  gap: CircleDashed,
  end: Square,
};

interface MarkLook {
  readonly Icon: LucideIcon;
  readonly tone: EventTone;
  /** Of several in one place the greatest is shown. */
  readonly weight: number;
}

export const markLooks: Readonly<Record<MarkType, MarkLook>> = {
  error: { Icon: TriangleAlert, tone: 'bad', weight: 15 },
  unknown: { Icon: CircleHelp, tone: 'bad', weight: 14 },
  refused: { Icon: Ban, tone: 'bad', weight: 13 },
  lost: { Icon: Unplug, tone: 'bad', weight: 12 },
  failover: { Icon: ArrowRightLeft, tone: 'accent', weight: 11 },
  failed: { Icon: CircleX, tone: 'bad', weight: 10 },
  transfer: { Icon: CornerUpRight, tone: 'accent', weight: 9 },
  conference: { Icon: Users, tone: 'live', weight: 8 },
  ring: { Icon: Bell, tone: 'ring', weight: 7 },
  answer: { Icon: Phone, tone: 'live', weight: 6 },
  dial: { Icon: PhoneOutgoing, tone: 'accent', weight: 5 },
  hold: { Icon: Pause, tone: 'hold', weight: 4 },
  retrieve: { Icon: Play, tone: 'live', weight: 3 },
  live: { Icon: Plug, tone: 'live', weight: 2 },
  end: { Icon: PhoneOff, tone: 'quiet', weight: 1 },
};
