/** A recording that is open is lost to nothing but another recording. */
import { expect, it } from 'vitest';
import { openRecording } from '../../../shared/session/open';
import { startSession } from '../core/session';
import { demoRecording } from '../testing/demo';
import { shownAfter, type Shown, type Stage } from './stage';

const opened = await openRecording(new TextEncoder().encode(demoRecording().text));
if (!opened.ok) throw new Error(opened.error);
const pace = { nextFrame: () => undefined, pause: () => new Promise<never>(() => undefined) };
const session = startSession(opened.value, false, pace);
const open: Shown = { kind: 'open', session, number: 1, other: null };
const reading: Stage = { kind: 'opening', name: 'photo.png', step: 'reading', done: 0.5 };
const failed: Stage = { kind: 'failed', name: 'photo.png', problem: 'notARecording' };

it('stays while another file is read, and when that is no recording', () => {
  const during = shownAfter(open, reading);
  expect(during).toEqual({ ...open, other: reading });
  expect(shownAfter(during, failed)).toEqual({ ...open, other: failed });
});

it('gives way to another recording, and the problem of a file before it is over', () => {
  const next: Stage = { kind: 'open', session, number: 3 };
  expect(shownAfter(shownAfter(open, failed), next)).toEqual({ ...next, other: null });
});

it('is left on purpose', () => {
  expect(shownAfter(shownAfter(open, failed), { kind: 'choose' })).toEqual({ kind: 'choose' });
  expect(shownAfter({ kind: 'choose' }, failed)).toEqual(failed);
});
