/** What the buttons do: by the bridge where it still works, by the browser where not. */
import type { ExportPreview } from '../../shared/session/library';
import { getBridge } from '../bridge';
import { fetchFile } from '../recordings/fetchFile';

/** The whole console where the host can, else the page. */
export async function restart(): Promise<void> {
  try {
    const bridge = await getBridge();
    await bridge.request('restart', {});
  } catch {
    // Without what the address said of an error before.
    location.replace(location.pathname);
  }
}

/** What would be in the report; nothing leaves yet. */
export async function prepareReport(words: string): Promise<ExportPreview> {
  try {
    const bridge = await getBridge();
    return await bridge.request('prepareExport', { kind: 'report', minutes: 10, words });
  } catch {
    return { status: 'failed' };
  }
}

export async function saveReport(
  ready: Extract<ExportPreview, { status: 'ready' }>,
): Promise<'saved' | 'cancelled' | 'failed'> {
  try {
    const bridge = await getBridge();
    const saved = await bridge.request('saveExport', { ticket: ready.ticket });
    return saved.status === 'download' ? fetchFile(saved.path, ready.fileName) : saved.status;
  } catch {
    return 'failed';
  }
}
