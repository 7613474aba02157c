/** What can happen to the connection, and what it may ask for: both are data (product §7). */
import type { ErrorCode } from '../protocol/errors';
import type { ServiceName } from '../protocol/messages';
import type { LinkProblem } from './problem';
import type { Timing, TimingOverrides } from './timing';

export type ConnectionEvent =
  /** The assistant pressed Sign in, or is remembered. Ignored while signed in. */
  | {
      readonly type: 'signIn';
      readonly hasBackup: boolean;
      /** Nobody waits at the screen: where no server can be reached it is tried on, with backoff, and not given up. */
      readonly patient: boolean;
    }
  /** Log out, or Cancel while signing in. */
  | { readonly type: 'signOut' }
  /** A socket opened; not yet a frame. */
  | { readonly type: 'opened'; readonly generation: number }
  /** Refused, reset, closed, not trusted: this socket will say nothing more. */
  | { readonly type: 'closed'; readonly generation: number; readonly problem: LinkProblem }
  /** Any frame at all: proof of life. Comes before the event for what the frame says. */
  | { readonly type: 'frame'; readonly generation: number }
  /** `electing`: a standby that does not know of a healthy active service, and may become active itself. */
  | {
      readonly type: 'welcome';
      readonly generation: number;
      readonly role: 'active' | 'standby';
      readonly electing: boolean;
    }
  /** Login or resume was accepted. */
  | { readonly type: 'session'; readonly generation: number; readonly parameters: Timing }
  /** The service's own clocks have been changed while the session lives. */
  | { readonly type: 'parameters'; readonly generation: number; readonly parameters: Timing }
  | { readonly type: 'refused'; readonly generation: number; readonly code: ErrorCode }
  | { readonly type: 'pong'; readonly generation: number; readonly id: number }
  /** A gap or garbage in the stream: what is known can't be trusted, a snapshot must be fetched. */
  | { readonly type: 'resync'; readonly generation: number }
  /** The armed timer is due. */
  | { readonly type: 'tick' }
  /** Resume from sleep, network change, clock jump: find out, declare nothing dead. */
  | { readonly type: 'probe' }
  | { readonly type: 'overrides'; readonly overrides: TimingOverrides };

export type ConnectionEffect =
  | { readonly type: 'connect'; readonly generation: number; readonly server: ServiceName }
  /** Say hello, then log in with the password or resume with the token. */
  | { readonly type: 'authenticate'; readonly generation: number; readonly how: 'login' | 'resume' }
  | { readonly type: 'ping'; readonly generation: number; readonly id: number }
  /** Destroy the socket now; do not wait for its close. */
  | { readonly type: 'terminate'; readonly generation: number }
  /** Replaces the timer armed before. Due now or earlier means at once. */
  | { readonly type: 'armTimer'; readonly at: number }
  | { readonly type: 'disarmTimer' };

export interface Transition<S> {
  readonly state: S;
  readonly effects: readonly ConnectionEffect[];
}
