/** The administration program on a real database: commands, CSV with places of errors, all or nothing, round trips. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openStore } from '../store/open';
import { stores, type TestStore } from '../testing/stores';
import { processConsole } from './console';
import { runAdmin } from './run';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let folder: string;
let store: TestStore;
let database: string;
let output: string;
let errors: string;

function admin(args: readonly string[], typed = ''): Promise<number> {
  [output, errors] = ['', ''];
  return runAdmin(args, {
    ...processConsole(),
    env: { DATABASE_URL: database },
    cwd: folder,
    userName: 'root',
    stdin: Object.assign(Readable.from([Buffer.from(typed)]), { isTTY: false }),
    out: (text) => void (output += text),
    err: (text) => void (errors += text),
  });
}

/** Every row of every table, as text. */
async function everything(): Promise<string> {
  const db = await openStore(database);
  const contents = [];
  for (const { name } of (await db.introspection.getTables()).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    contents.push([name, (await sql`select * from ${sql.id(name)} order by 1, 2`.execute(db)).rows]);
  }
  await db.destroy();
  return JSON.stringify(contents);
}

async function changeLog() {
  const db = await openStore(database);
  const rows = await db.selectFrom('change_log').selectAll().orderBy('id').execute();
  await db.destroy();
  return rows;
}

async function file(name: string, text: string): Promise<string> {
  await writeFile(path.join(folder, name), text);
  return name;
}

const heading = 'userId,firstName,lastName,role,dn,phone\n';

describe.each(stores)('on $kind', (kind) => {
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'admin-'));
    store = await kind.create('demo');
    database = store.url;
  });
  afterEach(async () => {
    await store.destroy();
    await rm(folder, { recursive: true, force: true });
  });

  describe('commands', () => {
    it('a change is logged with the own DN and the name of who did it, and raises the revision', async () => {
      expect(await admin(['users', 'change', 'akowalska', '--last-name', 'Nowak'])).toBe(0);
      expect(await changeLog()).toMatchObject([
        {
          line_number: '60001',
          for_user: 'akowalska',
          by_role: 'administrator',
          by_user: 'root',
          parameter: 'name',
          old_value: 'Anna Kowalska',
          new_value: 'Anna Nowak',
        },
      ]);
      const db = await openStore(database);
      expect(await db.selectFrom('revision').select('company').executeTakeFirstOrThrow()).toEqual({ company: 2 });
      await db.destroy();
    });

    it.each([
      [['settings', 'change', 'akowalska', '--divert-target', 'number:60001'], /circle/],
      [['settings', 'change', 'akowalska', '--divert-target', 'assistant:ines'], /not an assistant of akowalska/],
      [
        [
          'users',
          'add',
          'x',
          '--last-name',
          'X',
          '--role',
          'manager',
          '--dn',
          '60001',
          '--phone',
          'p',
          '--line-id',
          'l',
        ],
        /60001 is given to two managers/,
      ],
      [['users', 'change', 'maya', '--mode', 'shared'], /modes are not mixed/],
      [['users', 'change', 'maya', '--pool', '2'], /one pool/],
      [['users', 'change', 'maya', '--pool', '4'], /the limit is 3 pools/],
      [
        ['configure', '--from', '39000', '--to', '39001', '--manager', 'hmueller', '--assistant', 'maya', 'tom'],
        /has 1 free numbers; 2 are needed/,
      ],
      [['settings', 'change', 'akowalska', '--inclusive', '49*1'], /pattern 1/],
      [['parameters', 'set', 'rnaTimeoutMs', '1'], /from 1000 to 600000/],
      [['users', 'remove', 'nobody'], /no user nobody/],
    ])('refuses %j and changes nothing', async (args, message) => {
      const before = await everything();
      expect(await admin(args)).toBe(1);
      expect(errors).toMatch(message);
      expect(await everything()).toBe(before);
    });

    it('a password comes from standard input, ends sessions and never shows', async () => {
      expect(await admin(['users', 'password', 'maya'], '12345678\n')).toBe(1);
      expect(await admin(['users', 'password', 'maya'], 'violet-anchor-42\n')).toBe(0);
      expect(output + errors + (await everything())).not.toContain('violet-anchor-42');
      expect(await changeLog()).toMatchObject([{ parameter: 'password', old_value: '(set)', new_value: '(changed)' }]);
    });

    it('with alphanumericUserIds false a new id with letters is refused, old ones are only noted', async () => {
      expect(await admin(['users', 'list', '--json'])).toBe(0);
      expect(await admin(['parameters', 'set', 'alphanumericUserIds', 'false'])).toBe(1);
      expect(errors).toContain('user maya: a user id holds digits only');
    });

    it('configure gives free numbers of the range; a dry run changes nothing', async () => {
      const args = ['configure', '--from', '39000', '--to', '39099', '--manager', 'hmueller', '--assistant', 'maya'];
      const before = await everything();
      expect(await admin([...args, '--dry-run'])).toBe(0);
      expect(output).toContain('hmueller → maya: proxy line 39000');
      expect(await everything()).toBe(before);
      expect(await admin(args)).toBe(0);
      expect(await admin(['associations', 'list', '--manager', 'hmueller', '--json'])).toBe(0);
      expect(JSON.parse(output)).toContainEqual(expect.objectContaining({ assistantId: 'maya', dn: '39000' }));
    });

    it('configure takes single pairs, and refuses half a sentence', async () => {
      const range = ['configure', '--from', '39000', '--to', '39099'];
      expect(await admin([...range, '--pair', 'hmueller:maya', 'akowalska:ines'])).toBe(0);
      expect(output).toMatch(/hmueller → maya: proxy line 39000\n.*akowalska → ines: proxy line 390\d\d/);
      expect(await admin([...range, '--manager', 'hmueller'])).toBe(2);
    });

    it('rules are tried in their order and can be tested', async () => {
      await admin(['rules', 'add', 'dial', '--name', 'any', '--prefix', '9']);
      await admin(['rules', 'add', 'dial', '--name', 'zero', '--begins-with', '0', '--remove', '1', '--at', '1']);
      expect(await admin(['rules', 'test', 'dial', '0123'])).toBe(0);
      expect(output).toBe('Rule 1, "zero": 0123 becomes 123.\n');
      await admin(['rules', 'move', 'dial', '2', '1']);
      await admin(['rules', 'test', 'dial', '0123']);
      expect(output).toBe('Rule 1, "any": 0123 becomes 90123.\n');
    });

    it('says 2 for what makes no sense, and help on every level', async () => {
      expect(await admin(['users', 'fly'])).toBe(2);
      expect(await admin(['users', 'change', 'maya', '--dn', 'abc'])).toBe(2);
      for (const args of [[], ['users'], ['users', 'add'], ['directory', 'import'], ['configure']]) {
        expect(await admin([...args, '--help'])).toBe(0);
        expect(output).toContain('Examples:');
      }
    });

    it('as a process: exit code and one sentence', async () => {
      const child = spawn(process.execPath, [
        '--import',
        'tsx',
        'server/admin/main.ts',
        '-d',
        '/nowhere.db',
        'users',
        'list',
      ]);
      let said = '';
      child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
      const [code] = (await once(child, 'close')) as [number];
      expect(code).toBe(2);
      expect(said).toContain('error: there is no database file /nowhere.db');
    });
  });

  describe('import', () => {
    it.each([
      [
        'a number twice',
        `${heading}x1,A,B,manager,7001,p1\nx2,A,B,manager,7001,p2\n`,
        'u.csv line 3, column "dn": 7001 is given to two managers (line 2)',
      ],
      [
        'a number that is there',
        `${heading}x1,A,B,manager,60001,p1\n`,
        'u.csv line 2, column "dn": 60001 is given to two managers (user akowalska)',
      ],
      ['a quote never closed', `${heading}x1,"A,B,manager,7001,p1\n`, 'u.csv line 2'],
      [
        'a quote inside',
        `${heading}x1,A"b,B,manager,7001,p1\n`,
        'u.csv line 2, column "firstName": a quote in the middle',
      ],
      ['too few columns', `${heading}x1,A\n`, 'u.csv line 2: 2 columns, but the heading has 6'],
      ['an unknown column', `colour,${heading}`, 'u.csv line 1: unknown column "colour"'],
      ['a missing column', 'userId\n', 'u.csv line 1: column "dn" is missing'],
      [
        'a bad value',
        `${heading}x1,A,B,boss,7001,p1\n`,
        'u.csv line 2, column "role": "boss" is none of manager, assistant',
      ],
      ['a bad number', `${heading}x1,A,B,manager,70o1,p1\n`, 'u.csv line 2, column "dn": "70o1" is not a number'],
      [
        'a user twice',
        `${heading}x1,A,B,manager,7001,p1\nx1,A,B,manager,7002,p2\n`,
        'u.csv line 3, column "userId": user x1 is there already (line 2)',
      ],
      [
        'a line after a cell of two lines',
        `${heading}x1,"A\n",B,manager,7001,p1\n`,
        'u.csv line 2, column "firstName": line breaks',
      ],
      ['an empty file', '', 'u.csv line 1: the file is empty'],
      ['not UTF-8', Buffer.from([0xff, 0xfe, 0x41]), 'u.csv line 1: the file is not UTF-8'],
    ])('names the place: %s; nothing is changed', async (_, text, message) => {
      await writeFile(path.join(folder, 'u.csv'), text);
      const before = await everything();
      expect(await admin(['users', 'import', 'u.csv'])).toBe(1);
      expect(errors).toContain(message);
      expect(await everything()).toBe(before);
    });

    it('one bad row of many leaves the whole database as it was', async () => {
      const rows = Array.from({ length: 1_000 }, (_, at) => `n${at},A,B,manager,7${1000 + at},p${at}`);
      const before = await everything();
      expect(
        await admin(['users', 'import', await file('u.csv', `${heading}${rows.join('\n')}\nz,A,B,manager,60001,pz\n`)]),
      ).toBe(1);
      expect(await everything()).toBe(before);
    });

    it('export and import are each other’s opposite, with names that mean harm', async () => {
      const names = [
        `'); drop table users; --`,
        '<script>alert(1)</script>',
        '=1+1',
        `'=x`,
        ' +49 ',
        '"quoted", and;more',
        '𝄞é',
      ];
      const rows = names.map(
        (name, at) => `h${at},"${name.replaceAll('"', '""').replace(/^('*[=+])/, "'$1")}",X,manager,8${at},ph${at}`,
      );
      expect(await admin(['users', 'import', await file('u.csv', `\ufeff${heading}${rows.join('\r\n')}`)])).toBe(0);
      await admin(['users', 'list', '--json']);
      const list = JSON.parse(output) as { userId: string; firstName: string }[];
      expect(list.filter(({ userId }) => /^h\d$/.test(userId)).map(({ firstName }) => firstName)).toEqual(names);
      await admin(['parameters', 'set', 'rnaForwardCalls', 'yes']);
      await admin(['rules', 'add', 'dial', '--name', 'Out', '--begins-with', '+', '--remove', '1', '--prefix', '00']);
      await admin(['rules', 'add', 'lookup', '--name', 'Own', '--begins-with', '+4930555', '--remove', '8']);
      expect(await admin(['company', 'export', 'one'])).toBe(0);
      const before = await everything();
      expect(await admin(['company', 'import', 'one', '--replace'])).toBe(0);
      expect(output).toContain('0 changes');
      expect(await everything()).toBe(before);

      const empty = await kind.create();
      database = empty.url;
      expect(await admin(['--create', 'company', 'import', 'one'])).toBe(0);
      expect(await admin(['company', 'export', 'two'])).toBe(0);
      database = store.url;
      await empty.destroy();
      for (const name of [
        'users.csv',
        'lines.csv',
        'associations.csv',
        'settings.csv',
        'parameters.csv',
        'rules.csv',
      ]) {
        const [one, two] = await Promise.all(['one', 'two'].map((at) => readFile(path.join(folder, at, name), 'utf8')));
        expect(two).toBe(one);
      }
    });

    it('rules and parameters: what a file names is what it says, the rest stays', async () => {
      await admin(['rules', 'add', 'dial', '--name', 'A', '--prefix', '9']);
      await admin(['rules', 'add', 'lookup', '--name', 'B', '--prefix', '8']);
      const rules = await file('rules.csv', 'kind,name,beginsWith,prefix,remove\ndial,X,0,9,1\ndial,Y,1,9,0\n');
      expect(await admin(['rules', 'import', rules])).toBe(0);
      await admin(['rules', 'export']);
      expect(output.split('\r\n').slice(1, -1)).toEqual(['dial,X,0,,1,9', 'dial,Y,1,,0,9', 'lookup,B,,,0,8']);
      const bad = await file('bad.csv', 'kind,name,beginsWith,prefix\nlookup,Z,1,9\ndial,X,+,9\n');
      expect(await admin(['rules', 'import', bad])).toBe(1);
      expect(errors).toMatch(/bad\.csv line 3: it fits no number: the \+/);
      const values = await file('p.csv', 'parameter,value\nrnaForwardCalls,no\nrnaTimeoutMs,15000\n');
      expect(await admin(['parameters', 'import', values])).toBe(0);
      await admin(['parameters', 'export']);
      expect(output).toContain('rnaForwardCalls,false\r\nrnaTimeoutMs,15000');
      expect(await admin(['parameters', 'import', await file('q.csv', 'parameter,value\nnonsense,1\n')])).toBe(1);
      expect(errors).toContain('q.csv line 2, column "value": there is no such parameter');
    });

    it('says in words that a file is not there, or is none', async () => {
      for (const noun of ['users', 'rules', 'directory']) {
        expect(await admin([noun, 'import', 'nowhere.csv'])).toBe(1);
        expect(errors).toMatch(/nowhere\.csv cannot be read: there is no such file\n$/);
        expect(await admin([noun, 'import', '.'])).toBe(1);
        expect(errors).toMatch(/cannot be read: it is a folder, not a file\n$/);
      }
    });

    it('takes yes and no as well as true and false', async () => {
      for (const [given, stored] of [
        ['yes', 'true'],
        ['no', 'false'],
        ['true', 'true'],
      ] as const) {
        expect(await admin(['parameters', 'set', 'rnaForwardCalls', given])).toBe(0);
        await admin(['parameters', 'get', 'rnaForwardCalls']);
        expect(output).toBe(`${stored}\n`);
      }
      expect(await admin(['parameters', 'set', 'rnaForwardCalls', 'maybe'])).toBe(1);
      expect(errors).toContain('"maybe" is neither yes (true) nor no (false)');
    });

    it('refuses a rule that could fit no number with a + in front', async () => {
      const add = ['rules', 'add', 'dial', '--name', 'Out', '--begins-with', '+', '--prefix', '00'];
      expect(await admin(add)).toBe(1);
      expect(errors).toContain('remove at least the +');
      expect(await admin([...add, '--remove', '1'])).toBe(0);
      await admin(['rules', 'test', 'dial', '+49 30 5557']);
      expect(output).toContain('becomes 0049305557');
    });

    it('the directory is replaced whole or not at all, and comes back as it was', async () => {
      await admin(['directory', 'export']);
      const exported = output;
      expect(await admin(['directory', 'import', await file('d.csv', exported)])).toBe(0);
      await admin(['directory', 'export']);
      expect(output).toBe(exported);
      const before = await everything();
      expect(await admin(['directory', 'import', await file('bad.csv', `${exported}A,B,12x,,\r\n`)])).toBe(1);
      expect(errors).toMatch(/bad\.csv line \d+, column "number": "12x"/);
      expect(await everything()).toBe(before);
    });
  });
});
