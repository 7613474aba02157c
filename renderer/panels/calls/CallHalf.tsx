/** On both cards of a transfer or conference that is half done: what this call has to do with the other. */
import { Link2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../../shared/calls/model';
import { useApp } from '../../store/context';
import { callerName } from './callWords';

const words = {
  held: { transfer: 'call.waitsForTransfer', conference: 'call.waitsForConference' },
  consulted: { transfer: 'call.askedTransfer', conference: 'call.askedConference' },
} as const;

export function CallHalf({ call }: { readonly call: CallView }) {
  const { t } = useTranslation();
  const { consultation } = call;
  const other = useApp((state) =>
    consultation === null
      ? undefined
      : state.console?.calls.find(({ connectionId }) => connectionId === consultation.other),
  );
  if (consultation === null || other === undefined) return null;
  const text = t(words[consultation.side][consultation.purpose], { name: callerName(other, t) });
  return (
    <span className="call__half">
      <Link2 size={13} aria-hidden="true" />
      <span className="ellipsis" title={text}>
        {text}
      </span>
    </span>
  );
}
