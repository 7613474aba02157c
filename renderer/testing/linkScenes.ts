/** What a link may have gone through, and a check that found something, for looking at. */
import type { LinkView } from '../../shared/bridge';
import type { ConnectionCheck } from '../../shared/connection/check';
import type { LinkEntry, LinkHistory } from '../../shared/connection/linkEntry';
import type { ServiceName } from '../../shared/protocol/messages';

export type LinkScene = 'linkHealthy' | 'linkFailover' | 'linkFlapping' | 'linkAway';

const minute = 60_000;

/** A round trip every five seconds, a little different each time. */
function trips(server: ServiceName, from: number, to: number): LinkEntry[] {
  const count = Math.floor((to - from) / 5_000);
  return Array.from({ length: count }, (_, index) => ({
    kind: 'roundTrip',
    at: from + index * 5_000,
    server,
    ms: index % 17 === 9 ? 240 : 4 + ((index * 7) % 13),
  }));
}

export function linkOf(scene: LinkScene, now: number): LinkView {
  switch (scene) {
    case 'linkHealthy':
      return { phase: 'live', server: 'primary', since: now - 25 * minute, roundTripMs: 6 };
    case 'linkFailover':
      return { phase: 'live', server: 'backup', since: now - 4 * minute, roundTripMs: 9 };
    case 'linkFlapping':
      return { phase: 'live', server: 'primary', since: now - minute, roundTripMs: 12 };
    case 'linkAway':
      return { phase: 'waiting', server: 'backup', resuming: true, retryAt: now + 6_000, lastProblem: 'unreachable' };
  }
}

export function linkHistoryOf(scene: LinkScene, now: number): LinkHistory {
  const begun: LinkEntry = { kind: 'live', at: now - 25 * minute, server: 'primary', awayMs: null, failover: false };
  switch (scene) {
    case 'linkHealthy':
      return [begun, ...trips('primary', now - 15 * minute, now)];
    case 'linkFailover': {
      const lost = now - 4 * minute - 500;
      return [
        begun,
        ...trips('primary', now - 12 * minute, lost),
        { kind: 'missed', at: lost - 1, server: 'primary' },
        { kind: 'lost', at: lost, server: 'primary', problem: 'unreachable', wasLive: true },
        { kind: 'live', at: lost + 500, server: 'backup', awayMs: 500, failover: true },
        ...trips('backup', lost + 5_000, now),
      ];
    }
    case 'linkFlapping':
      return [begun, ...flaps(now - 8 * minute, 7)];
    case 'linkAway': {
      const lost = now - 3 * minute;
      return [
        begun,
        ...trips('primary', now - 10 * minute, lost),
        { kind: 'lost', at: lost, server: 'primary', problem: 'unreachable', wasLive: true },
        { kind: 'lost', at: lost + 400, server: 'backup', problem: 'unreachable', wasLive: false },
        { kind: 'lost', at: lost + 9_000, server: 'primary', problem: 'unreachable', wasLive: false },
      ];
    }
  }
}

function flaps(from: number, count: number): LinkEntry[] {
  return Array.from({ length: count }, (_, index): LinkEntry[] => {
    const at = from + index * minute;
    const [server, next] = index % 2 === 0 ? (['primary', 'backup'] as const) : (['backup', 'primary'] as const);
    const awayMs = 300 + index * 700;
    return [
      ...trips(server, at - 30_000, at - 1_000),
      { kind: 'missed', at: at - 1, server },
      { kind: 'lost', at, server, problem: 'unreachable', wasLive: true },
      { kind: 'live', at: at + awayMs, server: next, awayMs, failover: true },
    ];
  }).flat();
}

const skipped = (step: 'tls' | 'greeting' | 'login' | 'heartbeat' | 'snapshot') =>
  ({ step, status: 'skipped', why: 'earlier' }) as const;

/** The primary is off, the backup serves. */
export const someCheck: ConnectionCheck = {
  startedAt: new Date('2026-11-22T09:30:00Z').getTime(),
  protocol: 4,
  timing: { heartbeatIntervalMs: 5_000, requestTimeoutMs: 3_000 },
  done: true,
  servers: [
    {
      server: 'primary',
      url: 'wss://ipma1.example:2912',
      steps: [
        { step: 'dns', status: 'ok', ms: 1.4, found: { of: 'dns', addresses: ['192.0.2.10', '2001:db8::10'] } },
        {
          step: 'tcp',
          status: 'failed',
          ms: 3.2,
          problem: 'unreachable',
          detail: 'connect ECONNREFUSED 192.0.2.10:2912',
        },
        skipped('tls'),
        skipped('greeting'),
        skipped('login'),
        skipped('heartbeat'),
        skipped('snapshot'),
      ],
    },
    {
      server: 'backup',
      url: 'wss://ipma2.example:2912',
      steps: [
        { step: 'dns', status: 'ok', ms: 1.1, found: { of: 'dns', addresses: ['192.0.2.11'] } },
        { step: 'tcp', status: 'ok', ms: 0.8, found: { of: 'tcp', address: '192.0.2.11:2912' } },
        {
          step: 'tls',
          status: 'ok',
          ms: 12.7,
          found: {
            of: 'tls',
            version: 'TLSv1.3',
            cipher: 'TLS_AES_256_GCM_SHA384',
            subject: 'ipma2.example',
            validUntil: new Date('2027-11-20T00:00:00Z').getTime(),
          },
        },
        {
          step: 'greeting',
          status: 'ok',
          ms: 4.1,
          found: { of: 'greeting', protocol: 4, service: 'backup', role: 'active' },
        },
        { step: 'login', status: 'ok', ms: 6, found: { of: 'login', userId: 'maya' as never } },
        { step: 'heartbeat', status: 'ok', ms: 5.2, found: { of: 'heartbeat', trips: [1.4, 2.1, 1.7], median: 1.7 } },
        {
          step: 'snapshot',
          status: 'ok',
          ms: 2.3,
          found: {
            of: 'snapshot',
            bytes: 18_204,
            managers: 6,
            lines: 7,
            calls: 2,
            position: { epoch: 7, seq: 103 },
            ours: { epoch: 7, seq: 103 },
            compared: 'same',
          },
        },
      ],
    },
  ],
};
