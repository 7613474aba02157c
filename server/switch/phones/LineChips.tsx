/** The lines of a phone that has several: own, proxy or shared, intercom; and whether each is free. */
import { Speaker } from 'lucide-react';
import { inUseAt, type CallAtPhone, type Line, type Phone } from './model';
import type { PhonesView } from '../web/view';

interface Props {
  readonly view: PhonesView;
  readonly phone: Phone;
  readonly calls: readonly CallAtPhone[];
}

export function LineChips({ view, phone, calls }: Props) {
  return (
    <ul className="lines" aria-label={`Lines of ${phone.name}`}>
      {phone.lines.map((line) => {
        const used = calls.some((call) => call.lineDn === line.dn);
        const elsewhere = inUseAt(view, line);
        const look = elsewhere !== null ? ' elsewhere' : used ? ' used' : '';
        return (
          <li key={line.lineId} className={`line${look}`}>
            {line.intercom && <Speaker aria-hidden="true" />}
            <b>{line.dn}</b> <bdi>{nameOfLine(line, phone)}</bdi>
            {elsewhere !== null && <span className="line-use">In use elsewhere</span>}
          </li>
        );
      })}
    </ul>
  );
}

function nameOfLine(line: Line, phone: Phone): string {
  if (line.intercom) return /intercom/i.test(line.label) ? line.label : `Intercom ${line.label}`;
  return line.label === phone.name ? 'own line' : line.label;
}
