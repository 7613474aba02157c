/** Twelve keys that send tones into the call; digits typed on the keyboard or pasted go the same way while it is open. */
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../shared/calls/model';
import { callerName } from '../panels/calls/callWords';
import { useActions } from '../store/context';
import { keysIn } from './toneQueue';
import { useTones } from './useTones';
import './keypad.css';

const keys = [
  ['1', ''],
  ['2', 'ABC'],
  ['3', 'DEF'],
  ['4', 'GHI'],
  ['5', 'JKL'],
  ['6', 'MNO'],
  ['7', 'PQRS'],
  ['8', 'TUV'],
  ['9', 'WXYZ'],
  ['*', ''],
  ['0', ''],
  ['#', ''],
] as const;

export function Keypad({ call }: { readonly call: CallView }) {
  const { t } = useTranslation();
  const { close } = useActions();
  const { queue, problem, send } = useTones(call.connectionId);
  const pad = useRef<HTMLDivElement>(null);
  useEffect(() => pad.current?.focus(), []);

  const onKeyDown = (event: KeyboardEvent): void => {
    const digit = event.key.length === 1 ? keysIn(event.key) : '';
    if (digit === '' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) send(digit);
  };
  const going = queue.out + queue.waiting;
  const talking = call.state === 'connected';
  return (
    <div
      className="keypad"
      ref={pad}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onPaste={(event) => send(keysIn(event.clipboardData.getData('text')))}
    >
      <h3 className="reach__title ellipsis">{t('reach.keypadTitle', { name: callerName(call, t) })}</h3>
      <output className="keypad__sent" dir="ltr" aria-label={t('reach.keypadSent')}>
        {queue.sent}
        {going !== '' && <span className="keypad__going">{going}</span>}
        {queue.sent + going === '' && <span className="keypad__nothing">{t('reach.keypadNothing')}</span>}
      </output>
      <div className="keypad__keys" dir="ltr">
        {keys.map(([key, letters]) => (
          <button
            key={key}
            type="button"
            className="keypad__key"
            aria-label={spoken(key)}
            aria-disabled={!talking}
            data-pending={going.includes(key) ? '' : undefined}
            onClick={() => send(key)}
          >
            <span className="keypad__digit">{key}</span>
            <span className="keypad__letters">{letters}</span>
          </button>
        ))}
      </div>
      <div className="reach__foot">
        <p className={problem === null ? 'field__help' : 'field__error'} aria-live="polite">
          {problem ?? t(talking ? 'reach.keypadText' : 'reach.keypadNotNow')}
        </p>
        <button type="button" className="button" onClick={close}>
          {t('reach.keypadClose')}
        </button>
      </div>
    </div>
  );

  function spoken(key: string): string {
    const said = key === '*' ? t('reach.star') : key === '#' ? t('reach.pound') : key;
    return t('reach.key', { key: said });
  }
}
