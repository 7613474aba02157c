/** Who talks in a conference: names in one line, the rest counted. */
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../../shared/calls/model';
import { memberNames } from './callWords';

/** As many as can be read at a glance; all of them are in the tooltip. */
const shown = 3;

export function Members({ call }: { readonly call: CallView }) {
  const { t, i18n } = useTranslation();
  const { names, more } = memberNames(call, shown, t);
  if (names.length === 0) return null;
  const list = new Intl.ListFormat(i18n.language, { type: 'unit', style: 'short' });
  const parts = list.formatToParts(more === 0 ? names : [...names, t('call.more', { count: more })]);
  return (
    <span className="call__members sub" title={memberNames(call, call.members.length, t).names.join('\n')}>
      {parts.map((part, index) =>
        part.type === 'element' ? <bdi key={index}>{part.value}</bdi> : <Fragment key={index}>{part.value}</Fragment>,
      )}
    </span>
  );
}
