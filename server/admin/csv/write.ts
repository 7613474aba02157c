/** Writes CSV: comma, CRLF as spreadsheets expect (RFC 4180), every text comes back as it was. */
import { stringify } from 'csv-stringify/sync';
import { guardCell } from './formulas';

export type CsvCell = string | number | boolean | null;

/** Without a byte order mark: programs read it, and spreadsheets are told. */
export function csvLines(rows: readonly (readonly CsvCell[])[]): string {
  return stringify(
    rows.map((row) => row.map(cellText)),
    { record_delimiter: 'windows' },
  );
}

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return guardCell(String(cell));
}
