import { describe, expect, it } from 'vitest';
import { themeOnPage } from './showLook';

describe('the theme', () => {
  it('is what was chosen; a system that wants more contrast is heard unless something was chosen', () => {
    expect(themeOnPage('system', false)).toBe('system');
    expect(themeOnPage('system', true)).toBe('contrast');
    expect(themeOnPage('dark', true)).toBe('dark');
  });
});
