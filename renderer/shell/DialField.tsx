import { CornerDownLeft, Phone } from 'lucide-react';
import { useId, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { longestDialText, pastedNumber, type DialInputProblem } from '../commands/dialInput';
import { dialFieldId } from '../commands/focus';
import { keysOf } from '../commands/registry';
import { ariaShortcut } from '../commands/shortcutText';
import { useDropOn } from '../dnd/useDropOn';
import { cleanDialString, type DialProblem } from '../format/dialString';
import { useDial } from '../hooks/useDial';
import { useActions, useApp } from '../store/context';
import { PaletteButton } from './PaletteButton';
import './dialField.css';

type Problem = DialProblem | DialInputProblem | 'notNow';

/** Type, paste or drop a number, Enter calls it from the assistant's own line. Digits typed anywhere arrive here too. */
export function DialField() {
  const { t } = useTranslation();
  const { dial, reason } = useDial();
  const { setDialText } = useActions();
  const text = useApp((state) => state.dialText);
  const shortcuts = useApp((state) => keysOf(state, 'dial'));
  const [told, setTold] = useState<{ readonly problem: Problem; readonly of: string } | null>(null);
  const problemId = useId();
  const drop = useDropOn({ kind: 'dial' });
  // What was said of another text is over.
  const problem = told !== null && told.of === text ? told.problem : null;
  const tell = (next: Problem): void => setTold({ problem: next, of: text });

  const write = (next: string): void => {
    if (next.length > longestDialText && next.length > text.length) {
      tell('tooMuch');
      return;
    }
    setTold(null);
    setDialText(next);
  };
  const call = (): void => {
    const number = cleanDialString(text);
    if (!number.ok) {
      tell(number.error);
      return;
    }
    if (!dial(number.value)) {
      tell('notNow');
      return;
    }
    write('');
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const pasted = pastedNumber(event.clipboardData.getData('text/plain'));
    event.preventDefault();
    if (!pasted.ok) {
      tell(pasted.error);
      return;
    }
    const { selectionStart, selectionEnd } = event.currentTarget;
    const from = selectionStart ?? text.length;
    write(text.slice(0, from) + pasted.value + text.slice(selectionEnd ?? from));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== 'Escape') return;
    if (text === '') event.currentTarget.blur();
    write('');
  };
  const words = problem === null ? null : problem === 'notNow' ? reason : t(`dialProblem.${problem}`);

  return (
    <form
      className="dial"
      data-bad={words === null ? undefined : ''}
      data-filled={text === '' ? undefined : ''}
      {...drop.props}
      onSubmit={(event) => {
        event.preventDefault();
        call();
      }}
    >
      <Phone size={16} aria-hidden="true" />
      <input
        id={dialFieldId}
        className="dial__input"
        type="text"
        inputMode="tel"
        autoComplete="off"
        spellCheck={false}
        aria-label={t('top.dial')}
        aria-keyshortcuts={shortcuts.map((keys) => ariaShortcut(keys)).join(' ')}
        aria-invalid={words !== null}
        aria-describedby={words === null ? undefined : problemId}
        placeholder={t('top.dialHint')}
        value={text}
        onChange={(event) => write(event.target.value)}
        onPaste={onPaste}
        onKeyDown={onKeyDown}
      />
      {text === '' ? (
        <PaletteButton />
      ) : (
        <button type="submit" className="dial__call" aria-disabled={reason !== null} aria-label={t('top.callNow')}>
          {t('top.callNow')}
          <CornerDownLeft size={13} aria-hidden="true" className="mirrored" />
        </button>
      )}
      {words !== null && (
        <span className="dial__problem" id={problemId} role="alert">
          {words}
        </span>
      )}
    </form>
  );
}
