import { afterEach, beforeEach, expect, it } from 'vitest';
import { testPlan } from '../calls/testCompany';
import { TestService } from '../calls/testService';
import type { Company } from '../store/company';
import { MissingLines } from './missingLines';

let service: TestService;
let company: Company;
let missing: MissingLines;

beforeEach(async () => {
  service = await TestService.open();
  company = (await service.takeOver()).world.company;
  missing = new MissingLines();
});
afterEach(() => service.close());

const phones = testPlan.phones;
const [ann] = phones;
const withoutAnn = phones.slice(1);

it('nothing is missing where the switch has what is configured, or is not there to be asked', () => {
  expect(missing.count(company)).toBe(0);
  missing.connected({ phones });
  expect(missing.count(company)).toBe(0);
  missing.connected({ phones: withoutAnn });
  missing.disconnected();
  expect(missing.count(company)).toBe(0);
});

it('counts lines of managers and of assistants', () => {
  missing.connected({ phones: withoutAnn });
  expect(missing.count(company)).toBe(1);
  missing.connected({ phones: [] });
  const lines = [...company.assistants.values()].reduce((sum, { lines: own }) => sum + own.length, 0);
  expect(missing.count(company)).toBe(lines + company.managers.size);
});

it('follows phones that the switch gets, and a new configuration', () => {
  if (!ann) throw new Error('the plan has no phone');
  missing.connected({ phones: withoutAnn });
  expect(missing.count(company)).toBe(1);
  missing.event({ type: 'phone', phone: { ...ann, lines: [] } });
  expect(missing.count(company)).toBe(1);
  missing.event({ type: 'phone', phone: ann });
  expect(missing.count(company)).toBe(0);
  missing.event({ type: 'phone', phone: { ...ann, lines: [] } });
  const managers = new Map([...company.managers].filter(([, { phoneId }]) => phoneId !== ann.phoneId));
  const assistants = new Map(company.assistants);
  expect(missing.count(company)).toBe(1);
  expect(missing.count({ assistants, managers })).toBe(0);
});
