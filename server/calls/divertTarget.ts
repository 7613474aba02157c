/** Which divert targets a manager may be given (product §5): who may be named depends on the mode, and no divert may come back. */
import { assertNever } from '../../shared/assertNever';
import type { DivertTarget } from '../../shared/calls/model';
import type { Dn } from '../../shared/ids';
import { protocolError, type ProtocolError } from '../../shared/protocol/errors';
import { divertCircle } from '../../shared/routing/divertCircle';
import { rewrite } from '../../shared/routing/numberRules';
import type { Company, Manager } from '../store/company';

/** Null when the target may be set. */
export function divertTargetProblem(company: Company, manager: Manager, target: DivertTarget): ProtocolError | null {
  const shared = manager.mode === 'shared';
  switch (target.kind) {
    case 'activeAssistant':
      return shared ? protocolError('notAllowed', 'with a shared line, calls can be diverted to a number only') : null;
    case 'none':
      return shared ? null : protocolError('notAllowed', 'with proxy lines there is always a divert target');
    case 'assistant':
      if (shared) return protocolError('notAllowed', 'with a shared line, calls can be diverted to a number only');
      return manager.assistants.some(({ userId }) => userId === target.userId)
        ? null
        : protocolError('notAllowed', 'not an assistant of this manager');
    case 'number':
      return circleProblem(company, manager, target.number);
    default:
      return assertNever(target);
  }
}

function circleProblem(company: Company, manager: Manager, number: Dn): ProtocolError | null {
  const dialled = (typed: Dn) => rewrite(company.rules.dial, typed).number;
  const managers = [...company.managers.values()].map(({ userId, dn, assistants, settings: { divertTarget } }) => ({
    userId,
    dn,
    proxyNumbers: assistants.flatMap((serving) => {
      const line = company.assistants.get(serving.userId)?.lines.find(({ lineId }) => lineId === serving.lineId);
      return line ? [line.dn] : [];
    }),
    divertsTo: divertTarget.kind === 'number' ? dialled(divertTarget.number) : null,
  }));
  const circle = divertCircle(managers, manager.userId, dialled(number));
  return circle && protocolError('circularDivert', `the divert would come back: ${circle.join(' to ')}`.slice(0, 500));
}
