/** Everything that can lie over the panels; one at a time. */
import type { ConnectionId, UserId } from '../../shared/ids';
import type { ExportWish } from '../../shared/session/library';

export const configureTabs = ['assistant', 'divert', 'inclusive', 'exclusive'] as const;
export type ConfigureTab = (typeof configureTabs)[number];

export const preferenceTabs = ['general', 'look', 'calls', 'shortcuts', 'servers'] as const;
export type PreferenceTab = (typeof preferenceTabs)[number];

export type Overlay =
  /** To whom? One field for blind transfer, consult transfer and conference. */
  | {
      readonly kind: 'reach';
      readonly purpose: 'transfer' | 'consultTransfer' | 'consultConference';
      readonly connectionId: ConnectionId;
    }
  /** With which other call? Only where there are several to choose from. */
  | {
      readonly kind: 'choosePartner';
      readonly command: 'directTransfer' | 'join';
      readonly connectionId: ConnectionId;
    }
  | { readonly kind: 'keypad'; readonly connectionId: ConnectionId }
  | { readonly kind: 'redirectTarget' }
  | { readonly kind: 'configure'; readonly managerId: UserId; readonly tab: ConfigureTab }
  /** `entryId` null makes a new entry of what is given. */
  | {
      readonly kind: 'speedDial';
      readonly entryId: string | null;
      readonly name: string;
      readonly number: string;
      /** Where a new entry goes, unless another group is chosen. */
      readonly groupId?: string;
    }
  /** The name of a group of speed dials; null makes a new one. */
  | { readonly kind: 'speedDialGroup'; readonly groupId: string | null }
  | { readonly kind: 'importSpeedDials'; readonly file: File }
  /** Asks before the history is emptied. */
  | { readonly kind: 'clearHistory' }
  | { readonly kind: 'preferences'; readonly tab: PreferenceTab }
  | { readonly kind: 'palette' }
  | { readonly kind: 'cheatSheet' }
  /** *Check connection*: also over the login screen. */
  | { readonly kind: 'check' }
  /** These, too. */
  | { readonly kind: 'recordings' }
  /** What would leave the machine, before it does. */
  | { readonly kind: 'export'; readonly wish: ExportWish }
  | { readonly kind: 'report' }
  | { readonly kind: 'about' };

/** The call an overlay is about: when it has gone, so has the overlay. */
export function callOf(overlay: Overlay | null): ConnectionId | null {
  return overlay !== null && 'connectionId' in overlay ? overlay.connectionId : null;
}
