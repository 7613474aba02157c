/** What React itself costs: a plain list of as many rows, one of which changes. */
import { memo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { timesOf } from './painted';
import { managerCount } from './company';

let set: (at: number) => void = () => undefined;

const Row = memo(function Row({ name, on }: { readonly name: string; readonly on: boolean }) {
  return (
    <li>
      {name} {on ? 'on' : 'off'}
    </li>
  );
});

function List() {
  const [on, setOn] = useState<readonly boolean[]>(Array.from({ length: managerCount }, () => false));
  set = (at) => setOn((before) => before.with(at, before[at] !== true));
  return (
    <ul>
      {on.map((one, at) => (
        <Row key={at} name={`Manager Number ${at + 1}`} on={one} />
      ))}
    </ul>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<List />);
window.bare = (count) => timesOf(count, (at) => set(at % managerCount));
