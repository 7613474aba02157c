import { use, type ReactElement } from 'react';
import { Focusable, Tooltip, TooltipTrigger } from 'react-aria-components';
import { StandingContext } from '../layout/context';
import { Kbd } from './Kbd';
import './ui.css';

interface TipProps {
  readonly text: string;
  readonly keys?: readonly string[];
  /** Why the control cannot act now. */
  readonly reason?: string | null;
  /** One focusable element. */
  readonly children: ReactElement<React.DOMAttributes<HTMLElement>, string>;
}

/** A tooltip on hover and on keyboard focus; works on a control that is disabled by `aria-disabled`. */
export function Tip({ text, keys = [], reason = null, children }: TipProps) {
  // Nothing behind another tab can be focused or pointed at.
  if (use(StandingContext) === 'behind') return children;
  return (
    <TooltipTrigger delay={450} closeDelay={80}>
      <Focusable>{children}</Focusable>
      <Tooltip className="tip" offset={8}>
        {text}
        {keys.length > 0 && (
          <span className="tip__keys">
            {keys.map((key) => (
              <Kbd key={key} keys={key} />
            ))}
          </span>
        )}
        {reason !== null && <span className="tip__reason">{reason}</span>}
      </Tooltip>
    </TooltipTrigger>
  );
}
