import { expect, it } from 'vitest';
import { partyText } from './notificationText';

const party = (name: string | null, number: string | null) => ({ name, number });

it('is the name and, below it, the number; nothing of what is withheld', () => {
  expect(partyText(party('Anna', '030 12'), 'win32')).toBe('Anna\n030 12');
  expect(partyText(party(null, '030 12'), 'darwin')).toBe('030 12');
  expect(partyText(party(null, null), 'linux')).toBeNull();
  expect(partyText(party('\u0007', null), 'linux')).toBeNull();
});

it('has no tags for the desktops that read them, and no control characters for any', () => {
  const name = '<a href="https://evil.example">Tom & \u0000Jerry</a>\nAnna';
  expect(partyText(party(name, null), 'linux')).toBe(
    '&lt;a href="https://evil.example"&gt;Tom &amp;  Jerry&lt;/a&gt; Anna',
  );
  expect(partyText(party(name, null), 'win32')).toBe('<a href="https://evil.example">Tom &  Jerry</a> Anna');
});
