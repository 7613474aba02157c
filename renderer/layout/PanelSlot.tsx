import { useLayoutEffect, useRef } from 'react';
import type { PanelId } from '../../shared/console/layout';
import { useArrangement } from './context';

/** Where a panel's own element stands now. */
export function PanelSlot({ panel }: { readonly panel: PanelId }) {
  const { hosts } = useArrangement();
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const slot = ref.current;
    if (slot === null) return undefined;
    hosts.put(panel, slot);
    return () => hosts.park(panel, slot);
  }, [hosts, panel]);
  return <div className="panel-slot" ref={ref} />;
}
