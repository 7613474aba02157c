import { useRef, useState } from 'react';
import type { LoginOutcome } from '../../shared/bridge';
import { useActions, useApp } from '../store/context';
import { rememberLastUser } from './lastUser';

/** `until`: wall clock of this machine, where the service said how long a lock-out lasts. */
export interface Failed {
  readonly failure: Extract<LoginOutcome, { status: 'failed' }>['failure'];
  readonly until: number | null;
}

/** The host itself did not answer. */
const hostFailed: LoginOutcome = { status: 'failed', failure: 'internal' };

export interface SignIn {
  readonly working: boolean;
  /** Who is being signed in by this screen; null where the core does it by itself. */
  readonly userId: string | null;
  readonly failed: Failed | null;
  /** The failure, or null when it worked, was cancelled, or another attempt is on its way. */
  readonly attempt: (userId: string, password: string, remember: boolean) => Promise<Failed | null>;
  readonly cancel: () => void;
}

/** One attempt to get in at a time; a cancelled one has no failure to tell. */
export function useSignIn(): SignIn {
  const { login, cancelLogin } = useActions();
  const link = useApp((state) => state.link);
  const [userId, setUserId] = useState<string | null>(null);
  const [failed, setFailed] = useState<Failed | null>(null);
  const attempts = useRef(0);

  // A session that was ended from outside leaves its reason in the link.
  const ended = link.phase === 'signedOut' && link.failure !== null ? { failure: link.failure, until: null } : null;
  const working = userId !== null || link.phase !== 'signedOut';

  return {
    working,
    userId,
    failed: working ? null : (failed ?? ended),
    attempt: async (who, password, remember) => {
      if (working) return null;
      setUserId(who);
      setFailed(null);
      rememberLastUser(who);
      const attempt = (attempts.current += 1);
      const outcome = await login(who, password, remember).catch(() => hostFailed);
      setUserId(null);
      if (outcome.status === 'live' || attempts.current !== attempt) return null;
      const { failure, retryInMs } = outcome;
      const told: Failed = { failure, until: retryInMs === undefined ? null : Date.now() + retryInMs };
      setFailed(told);
      return told;
    },
    cancel: () => {
      attempts.current += 1;
      cancelLogin();
    },
  };
}
