import { TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { speedDialLimits } from '../../../shared/console/speedDialLimits';
import { useApp } from '../../store/context';
import { Choice } from '../lists/Choice';
import type { CsvRow } from './csv';
import { ImportRows } from './ImportRows';
import { limitBroken, planImport, type ImportMode, type ImportPlan } from './importPlan';
import { shownRows, rowKinds, type RowKind } from './importRows';
import { useEdit } from './useEdit';

interface ImportPreviewProps {
  readonly rows: readonly CsvRow[];
  readonly guessed: boolean;
  readonly onClose: () => void;
}

export function ImportPreview({ rows, guessed, onClose }: ImportPreviewProps) {
  const { t } = useTranslation();
  const dials = useApp((state) => state.speedDials);
  const { editWithUndo } = useEdit();
  const [mode, setMode] = useState<ImportMode>('add');
  const [kind, setKind] = useState<RowKind | 'all'>('all');
  // Planned again if the list changes while the dialog is open: what is confirmed is what was shown.
  const plan = useMemo(
    () => planImport(rows, dials, t('speedDialImport.imported'), () => crypto.randomUUID()),
    [rows, dials, t],
  );
  const all = useMemo(() => shownRows(plan, mode, dials), [plan, mode, dials]);
  const counts = new Map(rowKinds.map((one) => [one, all.filter((row) => row.kind === one).length]));
  const count = (one: RowKind): number => counts.get(one) ?? 0;
  const work = count('new') + count('changed') + count('group');
  const blocked = blockedBy(plan, mode, work);

  const confirm = async (): Promise<void> => {
    const lines = mode === 'add' ? work : work + count('same');
    const said = t('speedDialImport.done', { count: lines });
    if (await editWithUndo(said, (now) => (now === dials ? plan.result[mode] : now))) onClose();
  };
  const reason =
    blocked === null
      ? null
      : blocked.kind === 'entries'
        ? t('speedDialImport.tooManyEntries', { count: blocked.count, limit: speedDialLimits.entries })
        : blocked.kind === 'groups'
          ? t('speedDialImport.tooManyGroups', { count: blocked.count, limit: speedDialLimits.groups })
          : t(`speedDialImport.${blocked.kind}`);

  return (
    <>
      <div className="import">
        <div className="import__mode">
          <Choice
            label={t('speedDialImport.mode')}
            value={mode}
            onChange={setMode}
            options={[
              { value: 'add', label: t('speedDialImport.add') },
              { value: 'replace', label: t('speedDialImport.replace') },
            ]}
          />
          <p
            className={
              mode === 'replace' && plan.missing.length > 0 ? 'import__help import__help--warn' : 'import__help'
            }
          >
            {mode === 'add'
              ? t('speedDialImport.addHelp')
              : t('speedDialImport.replaceHelp', { count: plan.missing.length })}
          </p>
        </div>
        {guessed && (
          <p className="import__guessed">
            <TriangleAlert size={15} aria-hidden="true" />
            <span>{t('speedDialImport.notUtf8')}</span>
          </p>
        )}
        <Choice
          label={t('speedDialImport.show')}
          value={kind}
          onChange={setKind}
          options={[
            { value: 'all', label: t('speedDialImport.filter.all'), count: all.length },
            ...rowKinds
              .filter((one) => count(one) > 0)
              .map((one) => ({ value: one, label: t(`speedDialImport.filter.${one}`), count: count(one) })),
          ]}
        />
        <ImportRows rows={kind === 'all' ? all : all.filter((row) => row.kind === kind)} />
      </div>
      <div className="modal__foot import__foot">
        <p className="import__say" role="status">
          {reason ?? (count('wrong') > 0 ? t('speedDialImport.wrongStay') : '')}
        </p>
        {/* The focus is on a button from the beginning: on the dialog itself it would not stay while the menu it came from goes away. */}
        <Button className="button" autoFocus={blocked !== null} onPress={onClose}>
          {t('speedDialImport.cancel')}
        </Button>
        <Button
          className="button button--primary"
          autoFocus={blocked === null}
          isDisabled={blocked !== null}
          onPress={() => void confirm()}
        >
          {mode === 'add' ? t('speedDialImport.go', { count: work }) : t('speedDialImport.goReplace')}
        </Button>
      </div>
    </>
  );
}

type Blocked =
  { readonly kind: 'entries' | 'groups'; readonly count: number } | { readonly kind: 'nothingToDo' | 'noGoodLine' };

function blockedBy(plan: ImportPlan, mode: ImportMode, work: number): Blocked | null {
  const result = plan.result[mode];
  const limit = limitBroken(result);
  if (limit !== null) return { kind: limit, count: result[limit].length };
  // A file of nothing but mistakes never wipes the list.
  if (plan.rows.every(({ verdict }) => verdict.kind === 'wrong')) return { kind: 'noGoodLine' };
  return work === 0 && (mode === 'add' || plan.missing.length === 0) ? { kind: 'nothingToDo' } : null;
}
