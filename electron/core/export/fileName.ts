/** What an export is called: by its moment, so that many in one folder stand in order. */
import type { ExportWish } from '../../../shared/session/library';
import { fileExtension } from '../../../shared/session/format';

export function fileNameOf(kind: ExportWish['kind'], at: number): string {
  const moment = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  const day = [moment.getFullYear(), two(moment.getMonth() + 1), two(moment.getDate())].join('-');
  const time = `${two(moment.getHours())}${two(moment.getMinutes())}`;
  return kind === 'report' ? `report-${day}-${time}.zip` : `recording-${day}-${time}${fileExtension}`;
}
