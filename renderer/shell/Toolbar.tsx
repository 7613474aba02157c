/** The commands for the selected call. What does not fit is in *More*, in reach of the same arrow keys. */
import { Fragment, useMemo, useRef } from 'react';
import { Toolbar as AriaToolbar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { halfDone } from '../commands/halfDone';
import { useApp } from '../store/context';
import { CommandButton } from './CommandButton';
import { MoreCommands } from './MoreCommands';
import { NowChips } from './NowChips';
import { toolbarGroups, type ToolbarName } from './toolbarItems';
import { useOverflow } from './useOverflow';
import './toolbar.css';

const tones: Partial<Record<ToolbarName, 'go' | 'end' | 'finish'>> = {
  answer: 'go',
  hangUp: 'end',
  complete: 'finish',
};
const keyInSight: readonly ToolbarName[] = ['answer', 'hangUp', 'holdResume', 'complete'];

export function Toolbar() {
  const { t } = useTranslation();
  const isHalfDone = useApp((state) => halfDone(state) !== null);
  const groups = toolbarGroups(isHalfDone);
  const names = useMemo(() => toolbarGroups(isHalfDone).flat(), [isHalfDone]);
  const row = useRef<HTMLDivElement>(null);
  const over = useOverflow(row, names);
  return (
    <div className="bar">
      <AriaToolbar className="bar__commands" aria-label={t('command.toolbar')}>
        <div className="bar__row" ref={row}>
          {groups.map((group, index) => (
            <Fragment key={group[0]}>
              {index > 0 && <i className="bar__line" aria-hidden="true" />}
              {group.map((name) => (
                <CommandButton
                  key={name}
                  name={name}
                  tone={tones[name] ?? 'plain'}
                  showKey={keyInSight.includes(name)}
                  isOver={over.has(name)}
                />
              ))}
            </Fragment>
          ))}
        </div>
        <MoreCommands over={names.filter((name) => over.has(name))} />
      </AriaToolbar>
      <NowChips />
    </div>
  );
}
