/** The state of a call as a shape; its word stands beside it. */
import { Bell, CircleX, Ellipsis, Pause, Phone, PhoneOutgoing, Users } from 'lucide-react';
import type { CallView } from '../../../shared/calls/model';
import { isConference } from './callWords';

export function CallIcon({ call, size = 17 }: { readonly call: CallView; readonly size?: number }) {
  switch (call.state) {
    case 'alerting':
      return call.direction === 'in' ? <Bell size={size} /> : <PhoneOutgoing size={size} />;
    case 'initiated':
      return <PhoneOutgoing size={size} />;
    case 'connected':
      return isConference(call) ? <Users size={size} /> : <Phone size={size} />;
    case 'hold':
      return <Pause size={size} />;
    case 'queued':
      return <Ellipsis size={size} />;
    case 'fail':
      return <CircleX size={size} />;
  }
}
