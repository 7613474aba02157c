import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultLayout, isWhole, panelIds } from '../../shared/console/panels';
import { Layout, type PanelId } from '../../shared/console/layout';
import { groupOf, movePanel, withPanelShown, type Place } from './arrange';
import { fit, gap, leastWidthOf, structureOf } from './fit';
import { groupsToJoin, moves, placeFor } from './moves';
import { withColumnSizes, withGroupSizes } from './resize';

const panel = fc.constantFrom(...panelIds);
const place: fc.Arbitrary<Place> = fc.oneof(
  fc.record({ kind: fc.constant('tab' as const), beside: panel }),
  fc.record({
    kind: fc.constantFrom('above' as const, 'below' as const, 'before' as const, 'after' as const),
    of: panel,
  }),
);
const steps = fc.array(fc.tuple(panel, place), { maxLength: 12 });
const room = fc.record({ width: fc.integer({ min: 0, max: 4_000 }), height: fc.integer({ min: 0, max: 2_000 }) });

function moved(by: readonly (readonly [PanelId, Place])[]): Layout {
  return by.reduce<Layout>((layout, [who, where]) => movePanel(layout, who, where), defaultLayout);
}

const sizesOf = (layout: Layout): number[] => layout.columns.map(({ size }) => size);

describe('moving panels', () => {
  it('never loses or doubles one, and what comes out can be saved', () => {
    fc.assert(
      fc.property(steps, (by) => {
        const layout = moved(by);
        expect(isWhole(layout)).toBe(true);
        expect(Layout.safeParse(layout).success).toBe(true);
      }),
    );
  });

  it('puts the panel where it was wanted, and in front', () => {
    fc.assert(
      fc.property(steps, panel, place, (by, who, where) => {
        const beside = where.kind === 'tab' ? where.beside : where.of;
        fc.pre(beside !== who);
        const after = movePanel(moved(by), who, where);
        const group = groupOf(after, who);
        expect(group?.active).toBe(who);
        expect(group?.panels.includes(beside)).toBe(where.kind === 'tab');
      }),
    );
  });

  it.each<[PanelId, Place, string]>([
    ['history', { kind: 'tab', beside: 'calls' }, 'calls history | managers | directory speedDials'],
    ['history', { kind: 'above', of: 'managers' }, 'calls | history / managers | directory speedDials'],
    ['history', { kind: 'below', of: 'directory' }, 'calls | managers | directory speedDials / history'],
    ['calls', { kind: 'after', of: 'managers' }, 'managers | calls | directory speedDials history'],
    ['managers', { kind: 'before', of: 'calls' }, 'managers | calls | directory speedDials history'],
    ['calls', { kind: 'tab', beside: 'calls' }, 'calls | managers | directory speedDials history'],
  ])('%s to %j makes %s', (who, where, structure) => {
    expect(structureOf(movePanel(defaultLayout, who, where))).toBe(structure);
  });

  it('leaves the place of a tab that goes to the one looked at before, else to the next one', () => {
    const front = (layout: Layout) => groupOf(layout, 'speedDials')?.active;
    expect(front(movePanel(defaultLayout, 'directory', { kind: 'below', of: 'calls' }))).toBe('speedDials');
    const history = withPanelShown(defaultLayout, 'history');
    expect(front(movePanel(history, 'history', { kind: 'below', of: 'calls' }))).toBe('directory');
    const looked = (['history', 'speedDials', 'managers', 'directory'] as const).reduce(withPanelShown, defaultLayout);
    expect(front(movePanel(looked, 'directory', { kind: 'below', of: 'calls' }))).toBe('speedDials');
    const dialsInFront = withPanelShown(looked, 'history');
    expect(groupOf(movePanel(dialsInFront, 'history', { kind: 'below', of: 'calls' }), 'directory')?.active).toBe(
      'directory',
    );
  });

  it('moves a panel that is not in front, and what is in front stays there', () => {
    const layout = movePanel(defaultLayout, 'history', { kind: 'below', of: 'calls' });
    expect(groupOf(layout, 'directory')?.active).toBe('directory');
  });

  it('every group shows the panel of it that was looked at last, however panels were brought forward', () => {
    fc.assert(
      fc.property(fc.array(panel, { minLength: 1, maxLength: 8 }), (looks) => {
        const layout = looks.reduce(withPanelShown, defaultLayout);
        for (const { panels, active } of layout.columns.flatMap(({ groups }) => groups)) {
          expect(active).toBe(looks.findLast((one) => panels.includes(one)) ?? panels[0]);
          const [last, before] = (layout.recent ?? []).filter((one) => panels.includes(one));
          if (last !== undefined) expect(last).toBe(active);
          // Whatever goes, what takes its place was in front before it.
          const seen = [panels[0], ...looks.filter((one) => panels.includes(one))].filter((one) => one !== active);
          if (before !== undefined) expect(before).toBe(seen.at(-1));
        }
      }),
    );
  });
});

describe('the moves of the menu', () => {
  it.each([
    ['directory', 'previous', 'calls | managers / directory | speedDials history'],
    ['directory', 'next', 'calls | managers | speedDials history | directory'],
    ['directory', 'up', 'calls | managers | directory / speedDials history'],
    ['directory', 'ownColumn', 'calls | managers | speedDials history | directory'],
    ['managers', 'previous', 'calls / managers | directory speedDials history'],
  ] as const)('%s %s', (who, move, structure) => {
    const where = placeFor(defaultLayout, who, move);
    expect(where).not.toBeNull();
    if (where !== null) expect(structureOf(movePanel(defaultLayout, who, where))).toBe(structure);
  });

  it('offers nothing that would change nothing', () => {
    expect(placeFor(defaultLayout, 'calls', 'previous')).toBeNull();
    expect(placeFor(defaultLayout, 'managers', 'up')).toBeNull();
    expect(placeFor(defaultLayout, 'managers', 'ownColumn')).toBeNull();
    fc.assert(
      fc.property(steps, panel, fc.constantFrom(...moves), (by, who, move) => {
        const before = moved(by);
        const where = placeFor(before, who, move);
        if (where !== null) expect(structureOf(movePanel(before, who, where))).not.toBe(structureOf(before));
      }),
    );
  });

  it('reaches every panel’s own column at the left edge by going left often enough', () => {
    fc.assert(
      fc.property(steps, panel, (by, who) => {
        let layout = moved(by);
        for (let step = 0; step < 12; step += 1) {
          const where = placeFor(layout, who, 'previous');
          if (where === null) break;
          layout = movePanel(layout, who, where);
        }
        expect(layout.columns[0]?.groups.map(({ panels }) => panels)).toEqual([[who]]);
      }),
    );
  });

  it('names the groups a panel could join', () => {
    expect(groupsToJoin(defaultLayout, 'calls')).toEqual([['managers'], ['directory', 'speedDials', 'history']]);
  });
});

describe('a window with little room', () => {
  it('shows every panel once, in columns that are wide enough or in one', () => {
    fc.assert(
      fc.property(steps, room, (by, size) => {
        const shown = fit(moved(by), size);
        expect(isWhole(shown)).toBe(true);
        const width = shown.columns.reduce((sum, column) => sum + leastWidthOf(column), 0);
        const fits = width + gap * (shown.columns.length - 1) <= size.width;
        expect(fits || shown.columns.length === 1).toBe(true);
      }),
    );
  });

  it('changes nothing where there is room, and keeps the calls apart where there is not', () => {
    expect(fit(defaultLayout, { width: 1_256, height: 640 })).toEqual(defaultLayout);
    const small = fit(defaultLayout, { width: 976, height: 500 });
    expect(structureOf(small)).toBe('calls | managers directory speedDials history');
    expect(structureOf(fit(defaultLayout, { width: 616, height: 300 }))).toBe(
      'calls managers directory speedDials history',
    );
  });

  it('has in front what was looked at last, whether or not it is a tab of its own column', () => {
    fc.assert(
      fc.property(steps, room, panel, (by, size, who) => {
        expect(groupOf(fit(withPanelShown(moved(by), who), size), who)?.active).toBe(who);
      }),
    );
  });

  it('makes tabs of groups that would be too low', () => {
    const stacked = movePanel(defaultLayout, 'history', { kind: 'below', of: 'calls' });
    expect(structureOf(fit(stacked, { width: 1_256, height: 300 }))).toBe(
      'calls history | managers | directory speedDials',
    );
    expect(structureOf(fit(stacked, { width: 1_256, height: 400 }))).toBe(structureOf(stacked));
  });

  it('is the same layout when there is nothing to bring forward', () => {
    const shown = withPanelShown(defaultLayout, 'history');
    expect(withPanelShown(shown, 'history')).toBe(shown);
  });
});

describe('sizes that were dragged', () => {
  it('are kept as they are, the layout whole', () => {
    const dragged = withColumnSizes(defaultLayout, defaultLayout, [40, 35, 25]);
    expect(sizesOf(dragged)).toEqual([40, 35, 25]);
    const stacked = movePanel(defaultLayout, 'history', { kind: 'below', of: 'calls' });
    const grown = withGroupSizes(stacked, stacked, 0, [70, 30]);
    expect(grown.columns[0]?.groups.map(({ size }) => size)).toEqual([70, 30]);
    expect(sizesOf(grown)).toEqual(sizesOf(stacked));
  });

  it('are shared out among columns that a small window shows as one', () => {
    const shown = fit(defaultLayout, { width: 976, height: 500 });
    expect(sizesOf(withColumnSizes(defaultLayout, shown, [40, 60]))).toEqual([40, 40, 20]);
  });

  it('of one group alone are a hundred, not a hair more', () => {
    const one = withGroupSizes(defaultLayout, defaultLayout, 0, [59.46435453846738]);
    expect(one.columns[0]?.groups.map(({ size }) => size)).toEqual([100]);
  });

  it('leave the layout whole, whatever they are', () => {
    fc.assert(
      fc.property(
        steps,
        room,
        fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 5 }),
        (by, size, sizes) => {
          const layout = moved(by);
          const shown = fit(layout, size);
          for (const after of [withColumnSizes(layout, shown, sizes), withGroupSizes(layout, shown, 0, sizes)]) {
            expect(isWhole(after)).toBe(true);
            expect(Layout.safeParse(after).success).toBe(true);
            expect(structureOf(after)).toBe(structureOf(layout));
          }
        },
      ),
    );
  });
});
