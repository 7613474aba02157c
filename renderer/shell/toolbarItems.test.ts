import { describe, expect, it } from 'vitest';
import { moreNames, toolbarGroups, toolbarNames } from './toolbarItems';

describe('the toolbar', () => {
  it('has every command of the table once', () => {
    const names = [...toolbarGroups(false).flat(), ...toolbarGroups(true).flat()];
    expect(new Set(names)).toEqual(new Set(toolbarNames));
    expect(new Set(toolbarGroups(false).flat()).size).toBe(toolbarGroups(false).flat().length);
    expect(moreNames.some((name) => (toolbarNames as readonly string[]).includes(name))).toBe(false);
  });

  it('offers to complete and cancel instead of beginning another while something is half done', () => {
    expect(toolbarGroups(true)[1]).toEqual(['complete', 'cancelConsult']);
    expect(toolbarGroups(false)[1]).not.toContain('complete');
  });
});
