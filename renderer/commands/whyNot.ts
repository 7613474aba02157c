/** Why a command does not fit a call, in the words that help most. Only asked where shared/calls/availability says no. */
import type { CallCommand } from '../../shared/calls/availability';
import type { CallView, LineKind } from '../../shared/calls/model';
import type { Reason } from './reason';

const wrongState: Readonly<Record<CallCommand, Reason>> = {
  answer: 'answerOnlyRinging',
  hangUp: 'hangUpNotRinging',
  hold: 'holdOnlyConnected',
  retrieve: 'holdOnlyConnected',
  transfer: 'transferOnlyAnswered',
  consultTransfer: 'transferOnlyAnswered',
  consultConference: 'conferenceOnlyAnswered',
  cancelConsult: 'nothingHalfDone',
  directTransfer: 'transferOnlyAnswered',
  join: 'conferenceOnlyAnswered',
  sendDigits: 'keypadOnlyConnected',
  redirect: 'redirectOnlyManagerLines',
  toVoicemail: 'voicemailOnlyManagerLines',
};

const movesTheCall: readonly CallCommand[] = [
  'transfer',
  'consultTransfer',
  'directTransfer',
  'redirect',
  'toVoicemail',
];
const notOnIntercom: readonly CallCommand[] = [
  'hold',
  'retrieve',
  'transfer',
  'consultTransfer',
  'consultConference',
  'directTransfer',
  'join',
];

export function whyNot(
  command: CallCommand,
  call: Pick<CallView, 'state' | 'parties' | 'consultation'>,
  kind: LineKind,
): Reason {
  if (kind === 'intercom' && notOnIntercom.includes(command)) return 'notOnIntercom';
  const talking = call.state === 'connected' || call.state === 'hold';
  if (!talking) return wrongState[command];
  if ((command === 'consultTransfer' || command === 'consultConference') && call.consultation !== null) {
    return 'halfDone';
  }
  // A conference on a line of the assistant's own is refused Redirect for its line first: that is what stays true.
  if (kind !== 'manager' && (command === 'redirect' || command === 'toVoicemail')) return wrongState[command];
  if (call.parties > 2 && movesTheCall.includes(command)) return 'notAConference';
  return wrongState[command];
}
