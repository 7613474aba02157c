/** The service's command line. The database may come from the environment instead: a password on a command line is everybody's to see. */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ServiceName } from '../shared/protocol/messages';
import { whatIsWrongWith } from './store/location';

const period = z.coerce.number().int().min(1_000).max(600_000).optional();

/** A file (SQLite) or an address (PostgreSQL). */
const Database = z
  .string({ error: 'give a file or a postgres:// address here, or set DATABASE_URL' })
  .min(1)
  .superRefine((place, context) => {
    const message = whatIsWrongWith(place);
    if (message !== null) context.addIssue({ code: 'custom', message });
  });

const Flags = z.object({
  name: ServiceName,
  host: z.string(),
  /** Else the stored parameter `serverPort`. */
  port: z.coerce.number().int().min(0).max(65_535).optional(),
  database: Database,
  pool: z.coerce.number().int().min(1).max(3),
  switch: z.url({ protocol: /^wss?$/ }),
  peer: z.url({ protocol: /^wss?$/ }).optional(),
  'tls-cert': z.string().min(1).optional(),
  'tls-key': z.string().min(1).optional(),
  'tls-ca': z.string().min(1).optional(),
  'allow-origin': z.array(z.string()),
  demo: z.boolean(),
  'heartbeat-interval-ms': period,
  'request-timeout-ms': period,
  'lease-ms': z.coerce.number().int().min(200).max(60_000),
  'presence-grace-ms': z.coerce.number().int().min(0).max(600_000),
  'metrics-open': z.boolean(),
  'exit-with-parent': z.boolean(),
  'log-level': z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']),
});
export type Flags = z.infer<typeof Flags>;

export const help = `IPMA service: node dist/service.js --switch <address> [options]

  --switch <address>             the switch's CTI link, ws:// or wss://
  --database <place>             SQLite file or postgres:// address (else the environment's DATABASE_URL)
  --name <name>                  primary or backup (primary)
  --pool <number>                the pool this pair serves, 1 to 3 (1)
  --host <address>               where to listen (127.0.0.1; 0.0.0.0 for all)
  --port <number>                else the service parameter serverPort (2912)
  --peer <address>               the other service of the pair, ws:// or wss:// (else the service parameters)
  --tls-cert <file>              speak wss and https with this certificate (PEM, with the chain); renewed files are taken up
  --tls-key <file>               its private key (PEM, without passphrase)
  --tls-ca <file>                authority (PEM) trusted too where the peer and the switch are reached over wss://
  --allow-origin <origin>        people reach it under this address, as behind a proxy; may be given more than once
  --metrics-open                 /metrics answers other machines too
  --heartbeat-interval-ms <ms>   in place of the service parameter of that name
  --request-timeout-ms <ms>      in place of the service parameter of that name
  --lease-ms <ms>                how long a frozen service stays active (1500)
  --presence-grace-ms <ms>       how long an assistant whose link dropped counts as online (10000)
  --log-level <level>            trace, debug, info, warn, error, fatal, silent (info)
  --demo                         fill an empty database with the demo company
  --exit-with-parent             end when standard input ends
  --help                         this text

README.md shows two machines, docs/operations.md what the service says about itself.
`;

type Environment = Readonly<Record<string, string | undefined>>;

/** The flags themselves are read only where nobody asks for help. */
export function wantsHelp(args: readonly string[]): boolean {
  return args.includes('--help') || args.includes('-h');
}

/** `--database` wins over `DATABASE_URL`. Throws with the flag's name when one is missing or wrong. */
export function readFlags(args: readonly string[], environment: Environment = process.env): Flags {
  const { values } = parseArgs({
    args: [...args],
    options: {
      name: { type: 'string', default: 'primary' },
      host: { type: 'string', default: '127.0.0.1' },
      port: { type: 'string' },
      database: { type: 'string' },
      pool: { type: 'string', default: '1' },
      switch: { type: 'string' },
      peer: { type: 'string' },
      'tls-cert': { type: 'string' },
      'tls-key': { type: 'string' },
      'tls-ca': { type: 'string' },
      'allow-origin': { type: 'string', multiple: true, default: [] },
      demo: { type: 'boolean', default: false },
      'heartbeat-interval-ms': { type: 'string' },
      'request-timeout-ms': { type: 'string' },
      'lease-ms': { type: 'string', default: '1500' },
      'presence-grace-ms': { type: 'string', default: '10000' },
      'metrics-open': { type: 'boolean', default: false },
      'exit-with-parent': { type: 'boolean', default: false },
      'log-level': { type: 'string', default: 'info' },
    },
  });
  const parsed = Flags.safeParse({ ...values, database: values.database ?? environment['DATABASE_URL'] });
  if (parsed.success) return paired(parsed.data);
  throw new Error(parsed.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`).join('\n'));
}

function paired(flags: Flags): Flags {
  if ((flags['tls-cert'] === undefined) === (flags['tls-key'] === undefined)) return flags;
  throw new Error('--tls-cert and --tls-key go together: give both, or none');
}
