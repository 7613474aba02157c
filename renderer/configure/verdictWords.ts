/** A test's answer in words: where the call goes, and which rule of product §5 sends it there. */
import type { TFunction } from 'i18next';
import type { ManagerView } from '../../shared/calls/model';
import { formatNumber } from '../format/number';
import { firstName } from './assistants';
import type { Verdict } from './verdict';

type Goes = Extract<Verdict, { kind: 'goes' }>;

export function whereWords({ destination, assistantName }: Goes, manager: ManagerView, t: TFunction): string {
  switch (destination.kind) {
    case 'manager':
      return t('configure.ringsManager', { name: firstName(manager.name) });
    case 'number':
      return t('configure.goesToNumber', { number: formatNumber(destination.number) });
    case 'assistant':
      return t('configure.goesToAssistant', { name: assistantName ?? t('configure.anAssistant') });
  }
}

export function whyWords(verdict: Goes, manager: ManagerView, t: TFunction): string {
  const why = ruleWords(verdict, manager, t);
  return verdict.awayName === null ? why : t('configure.whyAway', { why, name: verdict.awayName });
}

function ruleWords({ row, pattern, destination }: Goes, manager: ManagerView, t: TFunction): string {
  switch (row) {
    case 1:
      return t('configure.row1');
    case 2:
      return t('configure.row2');
    case 3:
      return t('configure.row3', { pattern: pattern ?? '' });
    case 4:
      return t(destination.kind === 'manager' ? 'configure.matches' : 'configure.row4Diverted', {
        pattern: pattern ?? '',
      });
    case 5:
      return t('configure.row5');
    case 6:
      return t(manager.filterMode === 'exclusive' ? 'configure.row6Exclusive' : 'configure.row6Off');
    case 7:
      return t(manager.filterMode === 'exclusive' ? 'configure.row7Exclusive' : 'configure.row7Off');
  }
}
