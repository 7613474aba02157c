import { useTranslation } from 'react-i18next';
import { useSession, useView } from '../core/context';

/** Which server calls were live on; red where on none. */
export function LinkLane({ width }: { readonly width: number }) {
  const { t } = useTranslation();
  const { facts } = useSession();
  const { from, to } = useView((state) => state.span);
  const length = Math.max(1, to - from);
  return (
    <div className="lane">
      {facts.link.map((bar) => {
        if (bar.to < from || bar.from > to) return null;
        const start = Math.max(0, (bar.from - from) / length);
        const end = Math.min(1, (bar.to - from) / length);
        const words = bar.server === 'lost' ? t('replay.lane.lost') : t(`serverTitle.${bar.server}`);
        return (
          <span
            key={bar.from}
            className={`bar bar--${bar.server}`}
            title={words}
            style={{ left: `${start * 100}%`, width: `max(3px, ${(end - start) * 100}%)`, top: 4, height: 18 }}
          >
            {(end - start) * width > 30 && words}
          </span>
        );
      })}
    </div>
  );
}
