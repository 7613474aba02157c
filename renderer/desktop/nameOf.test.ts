import { expect, it } from 'vitest';
import { noHistory } from '../../shared/console/history';
import { noSpeedDials } from '../../shared/console/speedDials';
import { Dn } from '../../shared/ids';
import { nameOf } from './nameOf';

const number = Dn.parse('+493055570142');
const entry = { id: 'e', groupId: 'g', name: 'Print shop', number: '+49 (30) 5557-0142', notes: '' };
const speedDials = { ...noSpeedDials, groups: [{ id: 'g', name: 'G' }], entries: [entry] };
const nothing = { console: null, speedDials: noSpeedDials, history: noHistory };

it('knows a speed dial however it was written, and nobody by half of a number', () => {
  expect(nameOf(number, { ...nothing, speedDials })).toBe('Print shop');
  expect(nameOf(Dn.parse('05557'), { ...nothing, speedDials })).toBeNull();
  expect(nameOf(number, nothing)).toBeNull();
});

it('a name cannot turn the dialog around', () => {
  const turned = { ...speedDials, entries: [{ ...entry, name: 'Bank\u202e123' }] };
  expect(nameOf(number, { ...nothing, speedDials: turned })).toBe('Bank 123');
});
