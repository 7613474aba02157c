/** What the panel can do with groups and entries. What takes something away can be undone. */
import { useTranslation } from 'react-i18next';
import { useAppHandle } from '../../store/context';
import * as edits from './edit';
import type { Sort } from './sort';
import { useEdit } from './useEdit';

export interface Deeds {
  /** An entry, or a group with everything in it. */
  readonly remove: (id: string) => void;
  readonly moveEntry: (id: string, groupId: string) => void;
  readonly moveGroup: (id: string, step: 1 | -1) => void;
  readonly fold: (groupId: string, collapsed: boolean) => void;
  readonly sort: (sort: Sort) => void;
  readonly exportFile: () => Promise<void>;
}

export function useDeeds(): Deeds {
  const { t } = useTranslation();
  const { store, actions } = useAppHandle();
  const { edit, editWithUndo } = useEdit();
  return {
    remove: (id) => {
      const { groups, entries } = store.getState().speedDials;
      const entry = entries.find((one) => one.id === id);
      const group = groups.find((one) => one.id === id);
      if (entry) {
        void editWithUndo(t('speedDial.deleted', { name: entry.name }), (now) => edits.deleteEntry(now, id));
      } else if (group) {
        const count = entries.filter(({ groupId }) => groupId === id).length;
        const said = t('speedDial.groupDeleted', { group: group.name, count });
        void editWithUndo(said, (now) => edits.deleteGroup(now, id));
      }
    },
    moveEntry: (id, groupId) => {
      const { groups, entries } = store.getState().speedDials;
      const entry = entries.find((one) => one.id === id);
      const group = groups.find((one) => one.id === groupId);
      if (!entry || !group || entry.groupId === groupId) return;
      const said = t('speedDial.moved', { name: entry.name, group: group.name });
      void editWithUndo(said, (now) => edits.changeEntry(now, id, { groupId }));
    },
    moveGroup: (id, step) => void edit((now) => edits.moveGroup(now, id, step)),
    fold: (groupId, collapsed) => void edit((now) => edits.changeGroup(now, groupId, { collapsed })),
    sort: (sort) => void edit((now) => ({ ...now, sort })),
    exportFile: async () => {
      const { toCsv } = await import('./csv');
      const { speedDials } = store.getState();
      const saved = await actions.saveFile(`${t('speedDial.fileName')}.csv`, toCsv(speedDials));
      if (saved === 'saved') actions.toast('good', t('speedDial.exported', { count: speedDials.entries.length }));
      if (saved === 'failed') actions.toast('bad', t('speedDial.notExported'));
    },
  };
}
