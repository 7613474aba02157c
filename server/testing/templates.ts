/** Databases that tests' own are copied from: migrating and filling each anew would take a hundred times as long. */
import pg from 'pg';
import { demoDirectory } from '../demo/directory';
import { openStore } from '../store/open';
import { seedDemo } from '../store/seed';

/** `empty`: nothing, not even tables. `demo`: the demo company. */
export type Template = 'empty' | 'demo';

const nameOf: Record<Template, string> = { empty: 'template1', demo: 'template_demo' };

/** `url`: of a database of that server. */
export async function makeTemplates(url: (database: string) => string): Promise<void> {
  await asAdministrator(url('postgres'), `create database ${nameOf.demo}`);
  const db = await openStore(url(nameOf.demo));
  await seedDemo(db, demoDirectory);
  await db.destroy();
}

export function createDatabase(administration: string, name: string, template: Template): Promise<void> {
  return asAdministrator(administration, `create database ${name} template ${nameOf[template]}`);
}

export function dropDatabase(administration: string, name: string): Promise<void> {
  return asAdministrator(administration, `drop database if exists ${name} with (force)`);
}

async function asAdministrator(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(statement);
  await client.end();
}
