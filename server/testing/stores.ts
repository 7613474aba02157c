/**
 * The two kinds of database, so that one suite runs on both:
 *
 *     describe.each(stores)('on $kind', ({ create }) => {
 *       beforeEach(async () => { store = await create('demo'); });   // store.url for openStore, keepStore, Pair, …
 *       afterEach(() => store.destroy());
 *     });
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import { demoDirectory } from '../demo/directory';
import { openStore } from '../store/open';
import { seedDemo } from '../store/seed';
import { createDatabase, dropDatabase, type Template } from './templates';

export type StoreKind = 'SQLite' | 'PostgreSQL';

/** A store of a test's own. */
export interface TestStore {
  readonly kind: StoreKind;
  /** What `openStore` takes: a file, or a postgres:// address. */
  readonly url: string;
  /** Removes it, whoever is still connected. */
  destroy(): Promise<void>;
}

export interface TestStores {
  readonly kind: StoreKind;
  /** `empty` (the default) has no tables yet; `demo` is the demo company. */
  readonly create: (template?: Template) => Promise<TestStore>;
}

export const sqlite: TestStores = {
  kind: 'SQLite',
  async create(template = 'empty') {
    const folder = await mkdtemp(path.join(tmpdir(), 'store-'));
    const url = path.join(folder, 'store.db');
    if (template === 'demo') {
      const db = await openStore(url);
      await seedDemo(db, demoDirectory);
      await db.destroy();
    }
    return { kind: 'SQLite', url, destroy: () => rm(folder, { recursive: true, force: true }) };
  },
};

export const postgres: TestStores = {
  kind: 'PostgreSQL',
  async create(template = 'empty') {
    const administration = await (address ??= askDoor());
    const name = `test_${randomUUID().replaceAll('-', '')}`;
    await createDatabase(administration, name, template);
    const url = new URL(administration);
    url.pathname = name;
    return { kind: 'PostgreSQL', url: url.href, destroy: () => dropDatabase(administration, name) };
  },
};

export const stores: readonly TestStores[] = [sqlite, postgres];

let address: Promise<string> | null = null;

/** See globalSetup. */
function askDoor(): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(inject('postgresDoor'), '127.0.0.1');
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => (answer += text));
    socket.on('error', reject);
    socket.on('end', () => {
      if (answer.startsWith('postgres://')) resolve(answer);
      else reject(new Error(`PostgreSQL ${answer}`));
    });
  });
}
