import { callsAt } from './model';
import type { PhonesView } from '../web/view';

/** What rings now, for a screen reader: politely, and only when it changes. */
export function Announcer({ view }: { readonly view: PhonesView }) {
  const ringing = view.phones.flatMap((phone) =>
    callsAt(view, phone)
      .filter((call) => call.look === 'ringing')
      .map((call) => `${call.party} rings ${phone.name}`),
  );
  return (
    <p className="unseen" role="status">
      {ringing.join('. ')}
    </p>
  );
}
