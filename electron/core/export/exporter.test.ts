/** What leaves the machine: exactly what was looked at, once, and nothing that somebody could be known by. */
import { gunzipSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SavedFile } from '../../../shared/bridge';
import type { ExportPreview, ExportWish } from '../../../shared/session/library';
import { ManualClock } from '../testing/manualClock';
import { noHost } from '../testing/noHost';
import { Exporter } from './exporter';
import type { ReportFacts } from './report';

const event = (seq: number, tWall: number) =>
  `{"seq":${seq},"tMono":${seq},"tWall":${tWall},"kind":"end","payload":{}}`;
const recording = `{"format":"assistant-console-session"}\n${event(0, 1_000)}\n${event(1, 61_000)}\n`;

const facts: ReportFacts = {
  appVersion: '0.1.0',
  settings: {
    version: 3,
    primary: { host: 'pbx-one.example', port: 2912, tls: true },
    backup: { host: '10.9.8.7', port: 2913, tls: false },
    heartbeatIntervalMs: null,
    requestTimeoutMs: 5_000,
    logLevel: 'info',
    allowPlain: true,
    authority: '-----BEGIN CERTIFICATE-----\nMIIsecret\n-----END CERTIFICATE-----',
  },
  linkHistory: [{ kind: 'live', at: 5, server: 'primary', awayMs: null, failover: false }],
  check: {
    startedAt: 1,
    protocol: 4,
    timing: { heartbeatIntervalMs: 1_000, requestTimeoutMs: 1_000 },
    done: true,
    servers: [
      {
        server: 'primary',
        url: 'wss://pbx-one.example:2912',
        steps: [
          { step: 'dns', status: 'ok', ms: 1, found: { of: 'dns', addresses: ['10.9.8.6'] } },
          { step: 'tcp', status: 'ok', ms: 1, found: { of: 'tcp', address: '10.9.8.6' } },
          {
            step: 'tls',
            status: 'failed',
            ms: 1,
            problem: 'certificateWrongHost',
            detail: 'ERR_TLS_CERT_ALTNAME_INVALID: pbx-one.example is not CN=Example Ltd',
          },
          { step: 'greeting', status: 'skipped', why: 'earlier' },
        ],
      },
    ],
  },
  log: [JSON.stringify({ level: 40, time: 0, msg: 'socket closed', reason: 'connect ECONNREFUSED 10.9.8.7:2913' })],
};

async function* pieces(text: string): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += 50) yield await Promise.resolve(bytes.subarray(at, at + 50));
}

let now: string | null;
let clock: ManualClock;
let answer: SavedFile['status'];
let saved: { name: string; bytes: Uint8Array }[];

beforeEach(() => {
  now = recording;
  clock = new ManualClock();
  answer = 'saved';
  saved = [];
});

function exporterOf(saveFiles: boolean): Exporter {
  return new Exporter({
    recordings: {
      read: (id) =>
        id === 'broken' ? Promise.reject(new Error('EIO')) : Promise.resolve(id === 'one' ? pieces(recording) : null),
      lastMinutes: () => Promise.resolve(now === null ? null : pieces(now)),
    },
    host: {
      abilities: { ...noHost.abilities, saveFiles },
      saveExport(name, bytes) {
        if (answer === 'saved') saved.push({ name, bytes });
        return Promise.resolve({ status: answer });
      },
    },
    clock,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    facts: () => facts,
  });
}

type Ready = Extract<ExportPreview, { status: 'ready' }>;
async function ready(exporter: Exporter, wish: ExportWish): Promise<Ready> {
  const preview = await exporter.prepare(wish);
  if (preview.status !== 'ready') throw new Error(`the export is ${preview.status}`);
  return preview;
}

const last: ExportWish = { kind: 'lastMinutes', minutes: 10 };
const report: ExportWish = { kind: 'report', minutes: 10, words: 'Anna could not hear me at 10:30.' };

describe('a recording', () => {
  it('is looked at, then saved: gzip of what was shown', async () => {
    const exporter = exporterOf(true);
    const preview = await ready(exporter, last);
    expect(preview).toMatchObject({ events: 2, from: 1_000, to: 61_000 });
    expect(preview.fileName).toMatch(/^recording-\d{4}-\d\d-\d\d-\d{4}\.acsession$/);
    expect(preview.parts).toEqual([
      { name: 'recording.acsession', bytes: preview.bytes, text: recording, more: false },
    ]);
    expect(await exporter.save(preview.ticket)).toEqual({ status: 'saved' });
    expect(saved.map(({ name, bytes }) => [name, gunzipSync(bytes).toString()])).toEqual([
      [preview.fileName, recording],
    ]);
    expect(saved[0]?.bytes).toHaveLength(preview.bytes);
  });

  it('of an id, of one that has gone, of an empty one, of one that cannot be read', async () => {
    const exporter = exporterOf(true);
    expect(await exporter.prepare({ kind: 'recording', id: 'one' })).toMatchObject({ status: 'ready', events: 2 });
    expect(await exporter.prepare({ kind: 'recording', id: 'gone' })).toEqual({ status: 'nothing' });
    expect(await exporter.prepare({ kind: 'recording', id: 'broken' })).toEqual({ status: 'failed' });
    now = '{"format":"assistant-console-session"}\n';
    expect(await exporter.prepare(last)).toEqual({ status: 'nothing' });
  });

  it('shows its beginning where it is long, and says that there is more', async () => {
    now = `${recording}${event(2, 62_000)}${' '.repeat(30_000)}\n`;
    const { parts } = await ready(exporterOf(true), last);
    expect([parts[0]?.text.length, parts[0]?.more]).toEqual([20_000, true]);
  });
});

describe('a ticket', () => {
  it('of what was looked at and left is no good after half an hour, and holds nothing', async () => {
    const exporter = exporterOf(false);
    const left = await ready(exporter, last);
    clock.pass(20 * 60_000);
    const latest = await ready(exporter, last);
    clock.pass(15 * 60_000);
    expect(exporter.take(left.ticket)).toBeNull();
    expect(exporter.take(latest.ticket)).not.toBeNull();
    const forgotten = await ready(exporter, last);
    clock.pass(30 * 60_000);
    expect(exporter.take(forgotten.ticket)).toBeNull();
  });

  it('is good until it was used, or something else was looked at', async () => {
    const exporter = exporterOf(true);
    const first = await ready(exporter, last);
    const second = await ready(exporter, last);
    expect(await exporter.save(first.ticket)).toEqual({ status: 'failed' });
    expect(await exporter.save('guess')).toEqual({ status: 'failed' });
    answer = 'cancelled';
    expect(await exporter.save(second.ticket)).toEqual({ status: 'cancelled' });
    answer = 'failed';
    expect(await exporter.save(second.ticket)).toEqual({ status: 'failed' });
    answer = 'saved';
    expect(await exporter.save(second.ticket)).toEqual({ status: 'saved' });
    expect(await exporter.save(second.ticket)).toEqual({ status: 'failed' });
    expect(saved).toHaveLength(1);
  });

  it('is fetched once where the host has no dialog', async () => {
    const exporter = exporterOf(false);
    const { ticket, fileName, bytes } = await ready(exporter, last);
    expect(await exporter.save(ticket)).toEqual({ status: 'download', path: `/export/${ticket}` });
    expect(exporter.take('guess')).toBeNull();
    const taken = exporter.take(ticket);
    expect([taken?.fileName, taken?.bytes.length]).toEqual([fileName, bytes]);
    expect(exporter.take(ticket)).toBeNull();
    expect(saved).toEqual([]);
  });
});

describe('a report', () => {
  async function files(): Promise<Record<string, string>> {
    const exporter = exporterOf(true);
    const { ticket, parts } = await ready(exporter, report);
    await exporter.save(ticket);
    const entries = Object.entries(unzipSync(saved.at(-1)?.bytes ?? new Uint8Array()));
    const texts = entries.map(([name, bytes]) => [
      name,
      name.endsWith('.acsession') ? gunzipSync(bytes).toString() : strFromU8(bytes),
    ]);
    const found = Object.fromEntries(texts) as Record<string, string>;
    // What was shown is what is in it.
    expect(Object.fromEntries(parts.map(({ name, text }) => [name, text]))).toEqual(found);
    expect(parts.map(({ name, bytes }) => [name, bytes]).toSorted()).toEqual(
      entries.map(([name, bytes]) => [name, bytes.length]).toSorted(),
    );
    return found;
  }

  it('holds the words first, the recording, the link, the settings and the log', async () => {
    const found = await files();
    expect(Object.keys(found).toSorted()).toEqual(
      ['link.json', 'log.txt', 'recording.acsession', 'settings.json', 'words.txt'].toSorted(),
    );
    expect(found['words.txt']).toBe('Anna could not hear me at 10:30.');
    expect(found['recording.acsession']).toBe(recording);
    expect(found['log.txt']).toBe('1970-01-01T00:00:00.000Z WARN socket closed reason=[ECONNREFUSED]\n');
    expect(JSON.parse(found['settings.json'] ?? '')).toMatchObject({
      appVersion: '0.1.0',
      settings: {
        primary: { host: 'primary', port: 2912, tls: true },
        backup: { host: 'backup', port: 2913, tls: false },
        requestTimeoutMs: 5_000,
        authority: 'set',
      },
    });
    expect(JSON.parse(found['link.json'] ?? '')).toMatchObject({
      history: facts.linkHistory,
      check: {
        servers: [
          {
            url: 'wss://primary',
            steps: [
              { found: { of: 'dns', addresses: 1 } },
              { found: { of: 'tcp' } },
              { problem: 'certificateWrongHost', detail: 'ERR_TLS_CERT_ALTNAME_INVALID' },
              { status: 'skipped' },
            ],
          },
        ],
      },
    });
  });

  it('names no host, no address and no certificate', async () => {
    const everything = Object.values(await files()).join('\n');
    for (const known of ['example', '10.9.8', 'MII', 'CERTIFICATE-', 'Ltd']) expect(everything).not.toContain(known);
  });

  it('is made without a recording where there is none', async () => {
    now = null;
    expect(Object.keys(await files())).not.toContain('recording.acsession');
  });
});
