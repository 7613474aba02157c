/** A process that writes until it is killed, and says what was confirmed to it: `node --import tsx server/testing/writer.ts <store> <round>`. */
import { CommandId, Dn, UserId } from '../../shared/ids';
import { beginCommand, finishCommand } from '../store/commands';
import { readLease, takeLease } from '../store/leaseRow';
import { savePatterns } from '../store/managerSettings';
import { openStore } from '../store/open';

const [place = '', round = ''] = process.argv.slice(2);
const db = await openStore(place, 'service');
const holder = `writer#${round}`;
const epoch = await takeLease(db, 1, await readLease(db, 1), holder, Date.now());
if (epoch === null) throw new Error('the lease is not to be had');
const fence = { pool: 1, holder, epoch };
const managerId = UserId.parse('akowalska');
const userId = UserId.parse('maya');
const forUser = { role: 'manager', userId: managerId } as const;
const byUser = { role: 'assistant', userId } as const;

for (let turn = 0; ; turn++) {
  const mark = `${round}${String(turn).padStart(6, '0')}`;
  const context = { at: turn, lineNumber: Dn.parse('60001'), forUser, byUser };
  const saved = await savePatterns(db, fence, context, 'exclusive', [mark, `${mark}1`, `${mark}2`]);
  const id = CommandId.parse(mark);
  const begun = await beginCommand(db, fence, userId, id, turn);
  const finished = await finishCommand(db, fence, userId, id, { status: 'done' });
  if (!saved.ok || !begun.ok || !finished.ok) throw new Error('refused');
  process.stdout.write(`${mark}\n`);
}
