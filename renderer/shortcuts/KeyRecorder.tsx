import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { chordsOf } from '../commands/chord';
import { isMac } from '../commands/platform';

interface KeyRecorderProps {
  readonly label: string;
  readonly describedBy: string | undefined;
  /** `spellings`: every way to write what was pressed, the best first. */
  readonly onKeys: (keys: string, spellings: readonly string[]) => void;
  readonly onLeave: () => void;
}

/** Takes the next keys that are pressed, whatever they are; Escape gives up, Tab goes on. No command runs meanwhile. */
export function KeyRecorder({ label, describedBy, onKeys, onLeave }: KeyRecorderProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLButtonElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <button
      ref={box}
      type="button"
      className="keys__recorder"
      data-recording-keys=""
      aria-label={label}
      aria-describedby={describedBy}
      onBlur={onLeave}
      onKeyDown={(event) => {
        const spellings = chordsOf(event.nativeEvent, isMac);
        const [keys] = spellings;
        if (event.key === 'Tab' && (keys === 'Tab' || keys === 'Shift+Tab')) return;
        event.preventDefault();
        event.stopPropagation();
        if (keys === 'Escape') onLeave();
        // AltGr and its like come without a spelling: they write a sign.
        else if (keys !== undefined) onKeys(keys, spellings);
        else if (event.key.length === 1) onKeys(event.key, [event.key]);
      }}
    >
      {t('shortcut.recording')}
    </button>
  );
}
