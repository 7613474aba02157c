/** The three things a person can be reached for, and what is sent for each. */
import type { ConnectionId, Dn } from '../../shared/ids';
import type { Command } from '../../shared/protocol/commands';
import type { Overlay } from '../store/overlay';

export type Purpose = Extract<Overlay, { kind: 'reach' }>['purpose'];

export function reachCommand(purpose: Purpose, connectionId: ConnectionId, to: Dn): Command {
  switch (purpose) {
    case 'transfer':
      return { type: 'transfer', connectionId, to };
    case 'consultTransfer':
      return { type: 'consult', connectionId, to, purpose: 'transfer' };
    case 'consultConference':
      return { type: 'consult', connectionId, to, purpose: 'conference' };
  }
}

/** Keys under `reach.`. */
export const purposeWords = {
  transfer: {
    title: 'reach.transferTitle',
    label: 'reach.transferLabel',
    go: 'reach.transferGo',
    hint: 'reach.transferHint',
    to: 'reach.transferTo',
  },
  consultTransfer: {
    title: 'reach.consultTitle',
    label: 'reach.consultLabel',
    go: 'reach.consultGo',
    hint: 'reach.consultHint',
    to: 'reach.consultTo',
  },
  consultConference: {
    title: 'reach.conferenceTitle',
    label: 'reach.conferenceLabel',
    go: 'reach.conferenceGo',
    hint: 'reach.conferenceHint',
    to: 'reach.conferenceTo',
  },
} as const satisfies Record<Purpose, object>;
