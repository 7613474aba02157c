/** Invented recordings, and what an export of one holds. */
import type { ExportPreview, ExportWish, RecordingInfo } from '../../shared/session/library';

const hour = 3_600_000;

export function someRecordings(now = Date.now()): RecordingInfo[] {
  return [0, 24, 49, 50, 97, 720].map((hoursAgo, at) => ({
    id: `recording-${at}`,
    startedAt: now - hoursAgo * hour - (at + 1) * 1.3 * hour,
    endedAt: now - hoursAgo * hour,
    bytes: 40_000 + at * 3_141_592,
    current: at === 0,
  }));
}

const line = (seq: number): string =>
  `{"seq":${seq},"tMono":${seq * 70},"tWall":${1_795_363_200_000 + seq * 70},"kind":"intent","payload":{"intent":{"way":"key","command":"answer","keys":"F2"}}}\n`;
const recorded = Array.from({ length: 80 }, (_, seq) => line(seq)).join('');

export function someExport(wish: ExportWish, now = Date.now()): ExportPreview {
  const recording = { name: 'recording.acsession', bytes: 48_211, text: recorded, more: true };
  const parts =
    wish.kind === 'report'
      ? [
          { name: 'words.txt', bytes: wish.words.length, text: wish.words, more: false },
          recording,
          { name: 'link.json', bytes: 812, text: '{ "history": [], "check": null }\n', more: false },
          { name: 'settings.json', bytes: 411, text: '{ "primary": { "host": "primary" } }\n', more: false },
          { name: 'log.txt', bytes: 2_213, text: '2026-11-22T16:14:00.000Z INFO link phase=live\n', more: false },
        ]
      : [recording];
  const fileName = wish.kind === 'report' ? 'report-2026-11-22-1614.zip' : 'recording-2026-11-22-1604.acsession';
  return { status: 'ready', ticket: 't', fileName, bytes: 48_211, events: 2_345, from: now - 600_000, to: now, parts };
}
