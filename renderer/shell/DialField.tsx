import { CornerDownLeft, Phone } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dialFieldId } from '../commands/focus';
import { keysOf } from '../commands/registry';
import { ariaShortcut } from '../commands/shortcutText';
import { cleanDialString, type DialProblem } from '../format/dialString';
import { useDial } from '../hooks/useDial';
import { useApp } from '../store/context';
import { Kbd } from '../ui/Kbd';

/** Type or paste a number, Enter calls it from the assistant's own line. */
export function DialField() {
  const { t } = useTranslation();
  const { dial, reason } = useDial();
  const shortcuts = useApp((state) => keysOf(state, 'dial'));
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<DialProblem | 'notNow' | null>(null);
  const problemId = useId();

  const call = (): void => {
    const number = cleanDialString(text);
    if (!number.ok) {
      setProblem(number.error);
      return;
    }
    if (!dial(number.value)) {
      setProblem('notNow');
      return;
    }
    setText('');
    setProblem(null);
  };
  const words = problem === null ? null : problem === 'notNow' ? reason : t(`dialProblem.${problem}`);

  return (
    <form
      className="dial"
      data-bad={words === null ? undefined : ''}
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
        maxLength={64}
        aria-label={t('top.dial')}
        aria-keyshortcuts={shortcuts.map((keys) => ariaShortcut(keys)).join(' ')}
        aria-invalid={words !== null}
        aria-describedby={words === null ? undefined : problemId}
        placeholder={t('top.dialHint')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setProblem(null);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          setText('');
          setProblem(null);
        }}
      />
      {text === '' ? (
        shortcuts.slice(0, 1).map((keys) => <Kbd key={keys} keys={keys} />)
      ) : (
        <button type="submit" className="dial__call" aria-disabled={reason !== null} aria-label={t('top.callNow')}>
          {t('top.callNow')}
          <CornerDownLeft size={13} aria-hidden="true" />
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
