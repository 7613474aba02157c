import { describe, expect, it } from 'vitest';
import { ErrorCode } from '../protocol/errors';
import { isLinkProblem, linkProblems } from './problem';
import { moreTelling, needsSettingUp } from './telling';

const certificates = ['certificateUntrusted', 'certificateWrongHost', 'certificateExpired'] as const;
const ofSettingUp = [...certificates, 'notEncrypted', 'plainNotAllowed', 'wrongVersion'] as const;

describe('of two problems', () => {
  it.each([
    ['standby', 'unreachable'],
    ['unreachable', 'notAService'],
    ['notAService', 'internal'],
    ['tooManyRequests', 'certificateUntrusted'],
    ...ofSettingUp.map((problem) => ['internal', problem] as const),
  ] as const)('%s tells less than %s, whichever came first', (less, more) => {
    expect(moreTelling(less, more)).toBe(more);
    expect(moreTelling(more, less)).toBe(more);
  });

  it('the first stays where both tell the same', () => {
    expect(moreTelling('internal', 'badFrame')).toBe('internal');
    expect(moreTelling('certificateExpired', 'notEncrypted')).toBe('certificateExpired');
  });

  it('some need somebody to set something up', () => {
    const needing = [...linkProblems, ...ErrorCode.options].filter(needsSettingUp);
    expect(new Set(needing)).toEqual(new Set(ofSettingUp));
  });
});

it('what the socket tells and what a service says are told apart', () => {
  expect(linkProblems.every(isLinkProblem)).toBe(true);
  expect(ErrorCode.options.some(isLinkProblem)).toBe(false);
});
