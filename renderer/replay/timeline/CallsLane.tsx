import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallTone } from '../core/callLane';
import { useSession, useView } from '../core/context';
import { visibleBars } from '../core/visibleBars';

const words = {
  ring: 'replay.markName.ring',
  dial: 'replay.markName.dial',
  live: 'replay.markName.answer',
  hold: 'replay.markName.hold',
  bad: 'replay.markName.failed',
} as const satisfies Record<CallTone, string>;

/** Each call a bar, in the colour of its state; calls of the same time stand under each other. */
export function CallsLane({ width, height }: { readonly width: number; readonly height: number }) {
  const { t } = useTranslation();
  const { facts } = useSession();
  const span = useView((state) => state.span);
  const shown = useMemo(() => visibleBars(facts.calls.bars, span, width), [facts, span, width]);
  const { rows } = facts.calls;
  return (
    <div className="lane" style={{ height }}>
      {shown.map(({ key, from, to, row, tone, bar, count }) => {
        const name =
          bar === null
            ? t('call.count', { count })
            : [bar.who, bar.manager].filter((part) => part !== null).join(' · ');
        const text = tone === 'live' || bar === null ? name : bar.tone === 'ring' ? '' : t(words[tone]);
        return (
          <span
            key={key}
            className={`bar bar--${tone}`}
            data-rows={rows > 1 ? '' : undefined}
            title={bar === null ? name : `${name} · ${t(words[tone])}`}
            style={{
              left: `${from * 100}%`,
              width: `max(2px, ${(to - from) * 100}%)`,
              top: rows <= 1 ? 4 : 4 + row * ((height - 8) / rows),
              height: rows <= 1 ? 18 : (height - 8) / rows - 2,
            }}
          >
            {(to - from) * width > 40 && text}
          </span>
        );
      })}
    </div>
  );
}
