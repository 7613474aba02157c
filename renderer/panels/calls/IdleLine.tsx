/** A line without a call here: it can be called from, and numbers can be dropped on it. */
import { ArrowLeftRight, ChevronDown, ChevronRight, Circle, Volume2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LineView } from '../../../shared/calls/model';
import { useDropOn } from '../../dnd/useDropOn';
import { shownName } from '../../format/shownName';
import { PhoneNumber } from '../../ui/PhoneNumber';

export function IdleLine({ line }: { readonly line: LineView }) {
  const { t } = useTranslation();
  const drop = useDropOn({ kind: 'line', lineId: line.lineId });
  const Icon = line.inUseElsewhere ? ArrowLeftRight : line.kind === 'intercom' ? Volume2 : Circle;
  const label = shownName(line.label);
  return (
    <div className="calls__idle" data-elsewhere={line.inUseElsewhere ? '' : undefined} {...drop.props}>
      <Icon size={14} aria-hidden="true" className="calls__dot" />
      {label !== null && (
        <span className="calls__label ellipsis" dir="auto" title={label}>
          {label}
        </span>
      )}
      <PhoneNumber number={line.dn} />
      <span className="calls__word">{t(line.inUseElsewhere ? 'call.inUseElsewhere' : 'call.idle')}</span>
    </div>
  );
}

interface FoldedLinesProps {
  readonly count: number;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** Stands for many idle lines. One click opens it; the list's own double click would close it again. */
export function FoldedLines({ count, isOpen, onToggle }: FoldedLinesProps) {
  const { t } = useTranslation();
  const Icon = isOpen ? ChevronDown : ChevronRight;
  return (
    <div
      className="calls__idle calls__fold"
      onClick={(event) => {
        event.stopPropagation();
        onToggle();
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Icon size={14} aria-hidden="true" className="calls__dot" />
      <span>{t(isOpen ? 'call.hideIdle' : 'call.showIdle', { count })}</span>
    </div>
  );
}
