import { expect, it } from 'vitest';
import { contentPolicy } from './contentPolicy';

it('begins with nothing, and allows no inline script or style, no other host, no frame, no form, no policy of types', () => {
  const rules = new Map(
    contentPolicy("'none'")
      .split('; ')
      .map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]),
  );
  expect(Object.fromEntries(rules)).toEqual({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
    'require-trusted-types-for': "'script'",
    'trusted-types': "'none'",
  });
});
