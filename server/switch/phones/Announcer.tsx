/** What rings now and whose alert tone was played, for a screen reader: politely, and only when it changes. */
import { isAlerted } from './manager';
import { callsAt } from './model';
import { useNow } from './useNow';
import type { PhonesView } from '../web/view';

interface Props {
  readonly view: PhonesView;
  readonly clockOffset: number;
}

export function Announcer({ view, clockOffset }: Props) {
  const now = useNow() + clockOffset;
  const ringing = view.phones.flatMap((phone) =>
    callsAt(view, phone)
      .filter((call) => call.look === 'ringing')
      .map((call) => `${call.party} rings ${phone.name}`),
  );
  const alerted = view.phones.filter((phone) => isAlerted(phone, now)).map(({ name }) => `Alert tone at ${name}`);
  return (
    <>
      <p className="unseen" role="status" aria-label="Ringing">
        {ringing.join('. ')}
      </p>
      <p className="unseen" role="status" aria-label="Alert tones">
        {alerted.join('. ')}
      </p>
    </>
  );
}
