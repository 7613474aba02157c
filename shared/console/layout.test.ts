import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Layout, PanelId } from './layout';
import { defaultLayout, isWhole, panelIds, repaired } from './panels';

const anyGroup = fc.record({
  panels: fc.array(fc.constantFrom(...panelIds), { minLength: 1, maxLength: 5 }),
  active: fc.constantFrom(...panelIds),
  size: fc.double({ min: 1, max: 100, noNaN: true }),
});
const anyColumn = fc.record({
  size: fc.double({ min: 1, max: 100, noNaN: true }),
  groups: fc.array(anyGroup, { minLength: 1, maxLength: 5 }),
});
const anyLayout = fc.record({
  version: fc.constant(1 as const),
  columns: fc.array(anyColumn, { minLength: 1, maxLength: 5 }),
});

const panelsOf = (layout: Layout) => layout.columns.flatMap((column) => column.groups).flatMap((group) => group.panels);

it('the default is whole', () => expect(isWhole(defaultLayout)).toBe(true));

describe('a layout that was repaired', () => {
  it('is whole, fits the contract and does not change again', () => {
    fc.assert(
      fc.property(anyLayout, (layout) => {
        const whole = repaired(Layout.parse(layout));
        expect(isWhole(whole)).toBe(true);
        expect(Layout.parse(whole)).toEqual(whole);
        expect(repaired(whole)).toBe(whole);
      }),
    );
  });

  it('has every panel where it stood first', () => {
    fc.assert(
      fc.property(anyLayout, (layout) => {
        const first = [...new Set(panelsOf(layout))];
        expect(panelsOf(repaired(layout)).slice(0, first.length)).toEqual(first);
      }),
    );
  });

  it.each([
    ['a panel twice', { panels: [PanelId.enum.calls, ...panelIds], active: PanelId.enum.calls, size: 100 }],
    ['a panel missing', { panels: panelIds.slice(1), active: PanelId.enum.managers, size: 100 }],
    ['a tab in front that is not there', { panels: panelIds.slice(1), active: PanelId.enum.calls, size: 100 }],
    ['sizes that do not add up', { panels: [...panelIds], active: PanelId.enum.calls, size: 60 }],
  ])('had %s', (_what, group) => {
    const layout: Layout = { version: 1, columns: [{ size: 100, groups: [group] }] };
    expect(isWhole(layout)).toBe(false);
    const [column] = repaired(layout).columns;
    expect(column?.groups).toHaveLength(1);
    expect([...(column?.groups[0]?.panels ?? [])].sort()).toEqual([...panelIds].sort());
    expect(column?.groups[0]?.size).toBe(100);
  });

  it('what rounding leaves is let be', () => {
    const [first, ...others] = defaultLayout.columns;
    if (first === undefined) throw new Error('the default has columns');
    const layout = { ...defaultLayout, columns: [{ ...first, size: 27.4 }, ...others] };
    expect(repaired(layout)).toBe(layout);
  });
});
