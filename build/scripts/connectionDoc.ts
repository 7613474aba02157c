/** `npm run docs:connection`: writes what the connection machine does into docs/connection.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withGenerated } from '../connection/diagram';

const page = path.join(import.meta.dirname, '../../docs/connection.md');
writeFileSync(page, withGenerated(readFileSync(page, 'utf8')));
