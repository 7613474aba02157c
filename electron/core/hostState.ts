/** The latest of what only the host knows: part of what a page that opens now is told. */
import type { BridgeState, HostNews } from '../../shared/bridge';
import { systemKeysOff } from '../../shared/desktop/systemKeys';
import { noUpdates } from '../../shared/desktop/update';

export type HostState = Pick<BridgeState, HostNews['kind']>;

export const initialHostState: HostState = { systemKeys: systemKeysOff, update: noUpdates, dialLink: null };

export function withNews(state: HostState, news: HostNews): HostState {
  switch (news.kind) {
    case 'systemKeys':
      return { ...state, systemKeys: news.systemKeys };
    case 'update':
      return { ...state, update: news.update };
    case 'dialLink':
      return { ...state, dialLink: news.dialLink };
  }
}
