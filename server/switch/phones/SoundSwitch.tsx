/** Page sound, off until somebody switches it on: alert tones are then heard as well as seen. */
import { Volume2, VolumeX } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { beep, openSound } from './beep';
import { lastAlert } from './manager';
import type { PhonesView } from '../web/view';

export function SoundSwitch({ view }: { readonly view: PhonesView | null }) {
  const [on, setOn] = useState(false);
  const alert = view && lastAlert(view.phones);
  const heard = useRef<number | null>(null);

  useEffect(() => {
    if (alert === null) return;
    // What was played before the page knew of it is past.
    if (on && heard.current !== null && alert > heard.current) beep();
    heard.current = alert;
  }, [alert, on]);

  const turn = () => {
    if (!on) void openSound().then(beep);
    setOn(!on);
  };
  const Icon = on ? Volume2 : VolumeX;
  return (
    <button
      type="button"
      className="sound"
      aria-pressed={on}
      aria-label="Page sound"
      title={on ? 'Alert tones are heard. Press for silence.' : 'Silent. Press to hear alert tones.'}
      onClick={turn}
    >
      <Icon aria-hidden="true" />
      {on ? 'Sound on' : 'Sound off'}
    </button>
  );
}
