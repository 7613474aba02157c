/** The administrator's file: read once, at the start. Whatever is in its place, the console starts. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { maxAuthority } from '../../../shared/connection/authority';
import { fail, ok } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import { parseAuthority } from '../authority';
import { readAuthorityFile } from '../authorityFile';
import { readSmallFile } from '../files/smallFile';
import type { Log } from '../log';
import { parsePresets } from './parse';
import type { AuthorityReader } from './parse';
import { nothingPreset } from './presets';
import type { FoundPresets } from './presets';

/** Bytes; an authority's certificates and all the rest fit many times. */
const maxPresets = 1024 * 1024;

export function readPresets(file: string, log: Log): FoundPresets {
  const text = textOf(file);
  if (text === null) return nothingPreset;
  const parsed = text.ok ? parsePresets(text.value, authorityBeside(file)) : fail('damaged' as const);
  if (!parsed.ok) {
    const problem = text.ok ? 'not presets of a version this console knows' : text.error;
    log.error({ file, why: parsed.error, problem }, 'presets of the administrator cannot be taken: none is in force');
    return { ...nothingPreset, problem: { file: 'presets', why: parsed.error, keptAs: file, restored: false } };
  }
  for (const entry of parsed.value.leftOut) log.warn({ file, entry }, 'preset left out');
  const { settings, preferences, locked } = parsed.value.presets;
  const names = [...Object.keys(settings), ...Object.keys(preferences)];
  log.info({ file, presets: names, locked }, 'presets of the administrator');
  return { presets: parsed.value.presets, problem: null };
}

/** Null where there is none. */
function textOf(file: string): Result<string, string> | null {
  const read = isMissing(file) ? null : readSmallFile(file, maxPresets);
  return read?.ok === true ? ok(decoded(read.value)) : read;
}

/** What may not be looked at is there: it is told, or locks would be gone without a word. */
function isMissing(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false }) === undefined;
  } catch {
    return false;
  }
}

/** Windows' own tools write either. */
function decoded(bytes: Buffer): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return bytes.toString(isWide ? 'utf16le' : 'utf8').replace(/^\uFEFF/, '');
}

/** A file named without a folder lies beside the presets. */
function authorityBeside(file: string): AuthorityReader {
  return {
    ofText(pem) {
      if (pem.length > maxAuthority) return fail(`longer than ${maxAuthority} characters`);
      const parsed = parseAuthority(pem);
      return parsed.ok ? ok(pem) : fail(`no authority can be made of it (${parsed.error})`);
    },
    ofFile: (named) => readAuthorityFile(path.resolve(path.dirname(file), named)),
  };
}
