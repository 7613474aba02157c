/** What `/healthz` says about one service. */
import type { StandingAlarm, ToldAlarm } from '../alarms/alarms';
import type { ServiceName } from '../../shared/protocol/messages';

export interface Health {
  readonly service: ServiceName;
  readonly version: string;
  /** Which pool of managers and assistants it serves, 1 to 3. */
  readonly pool: number;
  readonly uptimeSeconds: number;
  readonly role: 'active' | 'standby';
  /** Of the lease while active, else null. */
  readonly epoch: number | null;
  readonly switch: 'up' | 'down';
  /** This service decides where managers' calls go. */
  readonly routing: 'up' | 'down';
  readonly store: 'up' | 'down';
  readonly consoles: number;
  /** What is wrong now. */
  readonly alarms: readonly StandingAlarm[];
  /** What was told last, newest first. */
  readonly recentAlarms: readonly ToldAlarm[];
}

/** Of some use: with neither switch nor database a service can do nothing but wait. */
export function isHealthy({ switch: link, store }: Pick<Health, 'switch' | 'store'>): boolean {
  return link === 'up' || store === 'up';
}

/** Consoles and calls are served here and now. */
export function isReady({ role, routing }: Pick<Health, 'role' | 'routing'>): boolean {
  return role === 'active' && routing === 'up';
}
