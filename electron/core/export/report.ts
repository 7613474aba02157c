/**
 * What a report holds beside the recording, as text. Hosts are told by their part, `primary` and `backup`: a company's names and addresses
 * help nobody who supports the console. No secret is in the settings, and no certificate's words leave either.
 */
import type { ServerAddress, Settings } from '../../../shared/bridge';
import type { CheckFound, CheckStep, ConnectionCheck } from '../../../shared/connection/check';
import type { LinkHistory } from '../../../shared/connection/linkEntry';
import { passable } from './freeText';
import { logText } from './logText';

export interface ReportFacts {
  readonly appVersion: string;
  readonly settings: Settings;
  readonly linkHistory: LinkHistory;
  /** The last one of this run; null where there was none. */
  readonly check: ConnectionCheck | null;
  /** As pino wrote them. */
  readonly log: readonly string[];
}

export interface ReportText {
  readonly name: string;
  readonly text: string;
}

/** `words`: what the person wrote, as it is. */
export function reportTexts(words: string, facts: ReportFacts): readonly ReportText[] {
  return [
    { name: 'words.txt', text: words },
    { name: 'link.json', text: json({ history: facts.linkHistory, check: facts.check && withoutHosts(facts.check) }) },
    { name: 'settings.json', text: json(settingsOf(facts)) },
    { name: 'log.txt', text: logText(facts.log) },
  ];
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function settingsOf({ appVersion, settings }: ReportFacts): object {
  const { primary, backup, authority, ...rest } = settings;
  return {
    appVersion,
    platform: `${process.platform} ${process.arch}`,
    settings: {
      ...rest,
      primary: named('primary', primary),
      backup: backup && named('backup', backup),
      authority: authority === null ? null : 'set',
    },
  };
}

function named(host: string, { port, tls }: ServerAddress): ServerAddress {
  return { host, port, tls };
}

function withoutHosts(check: ConnectionCheck): object {
  return {
    ...check,
    servers: check.servers.map(({ server, url, steps }) => ({
      server,
      url: `${url.startsWith('wss:') ? 'wss' : 'ws'}://${server}`,
      steps: steps.map(stepOf),
    })),
  };
}

function stepOf(step: CheckStep): object {
  if (step.status === 'failed') return { ...step, detail: passable(step.detail) };
  return step.status === 'ok' ? { ...step, found: foundOf(step.found) } : step;
}

function foundOf(found: CheckFound): object {
  switch (found.of) {
    case 'dns':
      return { of: found.of, addresses: found.addresses.length };
    case 'tcp':
    case 'login':
      return { of: found.of };
    case 'tls': {
      const { of, version, cipher, validUntil } = found;
      return { of, version, cipher, validUntil };
    }
    case 'greeting':
    case 'heartbeat':
    case 'snapshot':
      return found;
  }
}
