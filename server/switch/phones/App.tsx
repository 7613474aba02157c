/** The phones page: find a phone, see whether the switch is up, press keys, read why one was refused. */
import { Search, X } from 'lucide-react';
import { useState } from 'react';
import { fold } from '../../../shared/directory/query';
import { Announcer } from './Announcer';
import { Groups } from './Groups';
import { useLink } from './link';
import { SoundSwitch } from './SoundSwitch';
import { usePress } from './usePress';

export function App() {
  const { view, live, clockOffset } = useLink();
  const { onPress, refusal, forget } = usePress(
    (phoneId) => view?.phones.find((phone) => phone.phoneId === phoneId)?.name ?? null,
  );
  const [query, setQuery] = useState('');

  return (
    <>
      <header className="top">
        <h1>Phones</h1>
        <p className="about">Every simulated phone of the demo company. Press its keys as its owner would.</p>
        <label className="search">
          <Search aria-hidden="true" />
          <input
            type="search"
            aria-label="Find a phone by name or number"
            placeholder="Find any of the phones"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
        </label>
        <SoundSwitch view={view} />
        <span className={live ? 'link live' : 'link lost'} role="status">
          {live ? 'Switch is up' : view ? 'Switch is away — trying again' : 'Connecting to the switch…'}
        </span>
      </header>
      {refusal !== null && (
        <div className="refusal" role="alert">
          <p>
            {refusal.where !== null && <bdi className="refusal-where">{refusal.where}</bdi>}
            {refusal.why}
          </p>
          <button type="button" aria-label="Close this message" title="Close" onClick={forget}>
            <X aria-hidden="true" />
          </button>
        </div>
      )}
      {view && (
        <main inert={!live} className={live ? '' : 'stale'}>
          <Announcer view={view} clockOffset={clockOffset} />
          <Groups view={view} query={fold(query.trim())} clockOffset={clockOffset} onPress={onPress} />
          <datalist id="people">
            {view.phones.flatMap(({ name, lines }) =>
              lines
                .filter((line, at) => at === 0 || line.intercom)
                .map(({ lineId, dn, intercom }) => (
                  <option key={lineId} value={dn} label={intercom ? `${name}, intercom` : name} />
                )),
            )}
          </datalist>
        </main>
      )}
    </>
  );
}
