import { useSession, useView } from '../core/context';
import { formatExact, formatMinute, formatSecond } from '../core/times';
import { ticks } from '../core/zoom';

/** Pixels for one. */
const room = 96;

/** The times of day along the lanes; below them, when it is zoomed, which part of the whole this is. */
export function Ticks({ width }: { readonly width: number }) {
  const { recording, facts } = useSession();
  const span = useView((state) => state.span);
  const offset = recording.wallOf(0) - recording.timeOf(0);
  const zone = -new Date(recording.wallOf(0)).getTimezoneOffset() * 60_000;
  const { at, step } = ticks(span, offset + zone, Math.floor(width / room));
  const format = step >= 60_000 ? formatMinute : step >= 1_000 ? formatSecond : formatExact;
  const length = Math.max(1, span.to - span.from);
  const whole = Math.max(1, facts.all.to - facts.all.from);
  const isZoomed = length < whole * 0.999;
  return (
    <div className="ticks" aria-hidden="true">
      {at.map((time) => {
        const share = (time - span.from) / length;
        return share > 0.97 ? null : (
          <span key={time} className="tick" style={{ left: `${share * 100}%` }}>
            {format(time + offset)}
          </span>
        );
      })}
      {isZoomed && (
        <span className="ticks__whole">
          <span
            className="ticks__part"
            style={{
              left: `${((span.from - facts.all.from) / whole) * 100}%`,
              width: `max(6px, ${(length / whole) * 100}%)`,
            }}
          />
        </span>
      )}
    </div>
  );
}
