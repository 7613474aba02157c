import { ArrowLeftRight, Circle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LineView } from '../../../shared/calls/model';

export function IdleLine({ line }: { readonly line: LineView }) {
  const { t } = useTranslation();
  const Icon = line.inUseElsewhere ? ArrowLeftRight : Circle;
  return (
    <>
      <Icon size={14} aria-hidden="true" className="calls__dot" />
      <span className="calls__label ellipsis">{line.label}</span>
      <span>{line.dn}</span>
      <span className="calls__word">{t(line.inUseElsewhere ? 'call.inUseElsewhere' : 'call.idle')}</span>
    </>
  );
}
