/** Managers as they are seldom seen: everything on, names of every kind, a shared line, nobody online. */
import { ConsoleState, type ManagerView } from '../../shared/calls/model';
import { Dn, UserId } from '../../shared/ids';
import { crowded, quiet } from './scenes';

export type ManagerScene = 'managersFull' | 'managersShared' | 'managersNone';

const tom = UserId.parse('tom');

const odd: readonly Partial<ManagerView>[] = [
  {
    messageWaiting: true,
    intercomDn: Dn.parse('50001'),
    divertAll: true,
    divertTarget: { kind: 'assistant', userId: tom },
  },
  {
    name: 'Maximiliana-Theodora '.repeat(14).trim(),
    divertAll: true,
    divertTarget: { kind: 'number', number: Dn.parse('+493055570142') },
  },
  { name: 'أميرة حداد', activeAssistant: tom, doNotDisturb: true, alertTone: false },
  { name: '林怡君', activeAssistant: null, assistantWatch: false, filterOn: false },
  { forwardedTo: Dn.parse('+442079460011'), filterMode: 'exclusive' },
  { inclusive: Array.from({ length: 100 }, (_, index) => String(1_000 + index)), messageWaiting: true },
];

export function managerScene(scene: ManagerScene, now: number): ConsoleState {
  const many = crowded(now);
  const change = (manager: ManagerView, index: number): ManagerView => ({ ...manager, ...odd[index] });
  switch (scene) {
    case 'managersFull':
      return { ...many, managers: many.managers.map(change) };
    case 'managersShared':
      return ConsoleState.parse({
        ...quiet(),
        mode: 'shared',
        managers: quiet().managers.map((manager) => ({ ...manager, divertTarget: { kind: 'none' } })),
      });
    case 'managersNone':
      return { ...quiet(), managers: [], lines: quiet().lines.filter(({ kind }) => kind === 'own') };
  }
}
