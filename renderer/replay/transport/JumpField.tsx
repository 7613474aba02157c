import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../core/context';
import { parseJump, wallOfClock } from '../core/jump';
import { formatSecond } from '../core/times';
import { timeAtWall } from '../core/wallClock';
import { jumpFieldId, leaveField } from './deeds';

/** `12:03:20`, `+90s`: Enter goes there. */
export function JumpField() {
  const { t } = useTranslation();
  const { recording, facts, play, view } = useSession();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const helpId = useId();
  const go = (): void => {
    const jump = parseJump(text);
    if (jump === null) {
      setProblem(t('replay.play.notATime'));
      return;
    }
    const [first, last] = [recording.wallOf(0), recording.wallOf(recording.count - 1)];
    const time =
      jump.kind === 'by'
        ? view.getState().player.time + jump.ms
        : timeAtWall(recording, wallOfClock(jump.ms, wholeSecond(first), last));
    // As exact as it was typed: 11:58 is meant where the recording began at 11:58:04.
    if (jump.kind === 'clock' && (time < facts.all.from - 60_000 || time > facts.all.to + 60_000)) {
      setProblem(t('replay.play.outside', { from: formatSecond(first), to: formatSecond(last) }));
      return;
    }
    setProblem(null);
    setText('');
    play({ type: 'pause' });
    play({ type: 'seek', time });
    leaveField();
  };
  return (
    <span className="jump">
      <input
        id={jumpFieldId}
        className="transport__pill jump__field"
        type="text"
        dir="auto"
        aria-label={t('replay.play.jump')}
        placeholder={t('replay.play.jump')}
        title={t('replay.play.jumpHelp')}
        aria-describedby={helpId}
        aria-invalid={problem !== null}
        autoComplete="off"
        spellCheck={false}
        maxLength={20}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setProblem(null);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go();
          if (event.key === 'Escape') {
            setText('');
            setProblem(null);
            leaveField();
          }
        }}
      />
      <span
        id={helpId}
        className={problem === null ? 'visually-hidden' : 'jump__problem'}
        role={problem === null ? undefined : 'alert'}
      >
        {problem ?? t('replay.play.jumpHelp')}
      </span>
    </span>
  );
}

/** The minute in which the recording begins belongs to it. */
function wholeSecond(wall: number): number {
  return Math.floor(wall / 60_000) * 60_000;
}
