/** When something is wrong: from what was measured in the last second to the alarms that ought to stand. Pure. */
import type { PeerState } from '../lease/decide';
import type { LastingAlarm } from './catalog';
import type { Patience } from './hysteresis';

/** The service's own certificate at one moment, milliseconds. Negative: it has not begun, or has ended. */
export interface CertificateAge {
  readonly sinceBeginMs: number;
  readonly untilEndMs: number;
}

/** What the service says about itself at one moment. */
export interface Sample {
  readonly active: boolean;
  readonly switchUp: boolean;
  readonly routing: boolean;
  readonly storeUp: boolean;
  /** What the link to the other service of the pair says. */
  readonly peer: PeerState;
  readonly configurationValid: boolean;
  /** Configured lines that the switch does not have; 0 where that cannot be known. */
  readonly missingLines: number;
  /** In memory; null while the database does not answer: that is another alarm. */
  readonly directoryLoaded: boolean | null;
  /** 99th percentile of how late the event loop was since the last sample, milliseconds. */
  readonly loopDelayMs: number;
  readonly waitingCommands: number;
  readonly consoles: number;
  /** Refused within the last minute, for a wrong password or an unknown user. */
  readonly failedLogins: number;
  /** Null where the service speaks without TLS. */
  readonly certificate: CertificateAge | null;
}

const dayMs = 24 * 60 * 60 * 1_000;

export const limits = {
  loopDelayMs: 250,
  /** A person presses one key at a time: so many waiting means that they are not done any more. */
  waitingCommands: 500,
  /** Assistants of a pool (product §4), and half as many again for links that have not been found dead yet. */
  consoles: 5_250,
  failedLoginsPerMinute: 30,
  /** Two weeks; of a certificate that is given for less than six, the last third. */
  certificateEndsInMs: 14 * dayMs,
} as const;

export function conditions(sample: Sample): Record<LastingAlarm, boolean> {
  return {
    CallControlDown: !sample.switchUp,
    // Without the switch the other alarm says it all.
    FilteringDown: sample.active && sample.switchUp && !sample.routing,
    StoreDown: !sample.storeUp,
    // A machine that is off, a network that is cut and a certificate that is not trusted look alike from here: the link does not come.
    PeerGone: sample.peer === 'gone' || sample.peer === 'unknown',
    ConfigurationInvalid: !sample.configurationValid,
    LinesNotAtSwitch: sample.missingLines > 0,
    DirectoryNotLoaded: sample.directoryLoaded === false,
    Overloaded: overload(sample) !== null,
    TooManyFailedLogins: sample.failedLogins > limits.failedLoginsPerMinute,
    // Goes on once it has ended: it is not renewed yet.
    CertificateExpiring: sample.certificate !== null && endsSoon(sample.certificate),
    CertificateNotValid: sample.certificate !== null && !isInForce(sample.certificate),
  };
}

/** One sentence more about an alarm that is raised now; null where its meaning says it all. */
export function detailOf(name: LastingAlarm, sample: Sample): string | null {
  if (name === 'Overloaded') return overload(sample);
  if (name === 'LinesNotAtSwitch') return `${sample.missingLines} of the configured lines`;
  if (name === 'PeerGone')
    return sample.peer === 'gone' ? 'nobody listens at its address' : 'no link to it can be made';
  if (name === 'CertificateExpiring' || name === 'CertificateNotValid') return certificateText(sample.certificate);
  return null;
}

function endsSoon({ sinceBeginMs, untilEndMs }: CertificateAge): boolean {
  return untilEndMs <= Math.min(limits.certificateEndsInMs, (sinceBeginMs + untilEndMs) / 3);
}

function isInForce({ sinceBeginMs, untilEndMs }: CertificateAge): boolean {
  return sinceBeginMs >= 0 && untilEndMs > 0;
}

function certificateText(certificate: CertificateAge | null): string | null {
  if (certificate === null) return null;
  const { sinceBeginMs, untilEndMs } = certificate;
  if (untilEndMs <= 0) return `it ended ${inDays(-untilEndMs)} ago`;
  return sinceBeginMs < 0 ? `it begins in ${inDays(-sinceBeginMs)}` : `it ends in ${inDays(untilEndMs)}`;
}

/** Rounded down: whoever reads it has at least so long. */
function inDays(ms: number): string {
  const days = Math.floor(ms / dayMs);
  if (days > 0) return `${days} ${days === 1 ? 'day' : 'days'}`;
  const hours = Math.floor((ms * 24) / dayMs);
  return `${hours} ${hours === 1 ? 'hour' : 'hours'}`;
}

/** What is too much, in words; null when nothing is. */
function overload(sample: Sample): string | null {
  if (sample.loopDelayMs > limits.loopDelayMs) return `the event loop is ${Math.round(sample.loopDelayMs)} ms late`;
  if (sample.waitingCommands > limits.waitingCommands) return `${sample.waitingCommands} commands are waiting`;
  if (sample.consoles > limits.consoles) return `${sample.consoles} consoles are connected`;
  return null;
}

const faults = { raiseAfterMs: 2_000, clearAfterMs: 2_000 } as const;

/** A start, a takeover or a link made anew is over within the time before an alarm is raised. */
export const patience: Readonly<Record<LastingAlarm, Patience>> = {
  CallControlDown: faults,
  FilteringDown: faults,
  StoreDown: faults,
  PeerGone: { raiseAfterMs: 5_000, clearAfterMs: 2_000 },
  ConfigurationInvalid: { raiseAfterMs: 0, clearAfterMs: 0 },
  LinesNotAtSwitch: faults,
  DirectoryNotLoaded: { raiseAfterMs: 60_000, clearAfterMs: 0 },
  Overloaded: { raiseAfterMs: 4_000, clearAfterMs: 10_000 },
  TooManyFailedLogins: { raiseAfterMs: 0, clearAfterMs: 60_000 },
  CertificateExpiring: { raiseAfterMs: 0, clearAfterMs: 0 },
  CertificateNotValid: { raiseAfterMs: 0, clearAfterMs: 0 },
};
