/** Service parameters (product §4): the catalogue of what there is, and reading what is stored. Stored as text; what is not stored has its default. */
import { z } from 'zod';
import { defaultPort } from '../../shared/protocol/messages';
import type { Db } from './open';

interface Described {
  readonly meaning: string;
  /** From when on a new value counts. */
  readonly inForce: 'at once' | 'at the next start';
}
interface NumberParameter extends Described {
  readonly type: 'number';
  readonly default: number;
  readonly unit: 'milliseconds' | 'port';
  readonly least: number;
  readonly most: number;
}
interface SwitchParameter extends Described {
  readonly type: 'boolean';
  readonly default: boolean;
}
interface AddressParameter extends Described {
  readonly type: 'address';
  readonly default: null;
}
export type ParameterDefinition = NumberParameter | SwitchParameter | AddressParameter;

const period = { type: 'number', unit: 'milliseconds', least: 1_000, most: 600_000, inForce: 'at once' } as const;
const choice = { type: 'boolean', inForce: 'at once' } as const;
const address = { type: 'address', default: null, inForce: 'at the next start' } as const;

export const parameterCatalogue = {
  primaryServer: {
    ...address,
    meaning:
      'host name or address of the primary IPMA server, with :port if it is not serverPort; where its backup looks for it (pool 1)',
  },
  backupServer: {
    ...address,
    meaning:
      'host name or address of the backup IPMA server, with :port if it is not serverPort; where its primary looks for it (pool 1)',
  },
  serverPort: {
    type: 'number',
    default: defaultPort,
    unit: 'port',
    least: 1,
    most: 65_535,
    inForce: 'at the next start',
    meaning: 'port that consoles connect to, unless the service is started with --port',
  },
  heartbeatIntervalMs: {
    ...period,
    default: 30_000,
    meaning: "the console's failover clock: silent for so long, the server is asked for a sign of life",
  },
  requestTimeoutMs: { ...period, default: 30_000, meaning: 'how long the console waits for an answer' },
  rnaForwardCalls: {
    ...choice,
    default: false,
    meaning: 'pass a call that an assistant does not answer on to the next available assistant',
  },
  rnaTimeoutMs: { ...period, default: 10_000, meaning: 'how long an assistant may ring' },
  redirectToManagerIfUnreachable: {
    ...choice,
    default: false,
    meaning: 'ring the manager when no assistant answers and there is no voicemail',
  },
  alphanumericUserIds: { ...choice, default: true, meaning: 'user ids may hold letters; else digits only' },
  divertAllAppliesToFiltered: {
    ...choice,
    default: false,
    meaning: 'divert all applies to calls the filter sent to the manager',
  },
} as const satisfies Record<string, ParameterDefinition>;

export type ParameterKey = keyof typeof parameterCatalogue;

export const parameterKeys = Object.keys(parameterCatalogue) as readonly ParameterKey[];

export function isParameterKey(key: string): key is ParameterKey {
  return Object.hasOwn(parameterCatalogue, key);
}

const host = /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|\[[0-9A-Fa-f:.]{2,45}\])(?::(\d{1,5}))?$/;

function number({ least, most }: NumberParameter) {
  // Digits only: to JavaScript, an empty text is the number 0.
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().int().min(least).max(most));
}
const boolean = z.enum(['true', 'false']).transform((text) => text === 'true');
const server = z.string().refine((text) => {
  const parts = host.exec(text);
  const port = parts?.at(1);
  return parts !== null && (port === undefined || (Number(port) >= 1 && Number(port) <= 65_535));
});

/** As it is stored: a switch may be given as yes or no, too. */
export function parameterText(key: string, value: string): string {
  if (!isParameterKey(key) || parameterCatalogue[key].type !== 'boolean') return value;
  return value === 'yes' ? 'true' : value === 'no' ? 'false' : value;
}

/** Null when `value` may be stored for `key`; else one sentence that says what may. */
export function parameterProblem(key: ParameterKey, value: string): string | null {
  const definition: ParameterDefinition = parameterCatalogue[key];
  switch (definition.type) {
    case 'number': {
      if (number(definition).safeParse(value).success) return null;
      const unit = definition.unit === 'milliseconds' ? ' milliseconds' : '';
      return `"${value}" is not a whole number from ${definition.least} to ${definition.most}${unit}`;
    }
    case 'boolean':
      return boolean.safeParse(value).success ? null : `"${value}" is neither yes (true) nor no (false)`;
    case 'address':
      return server.safeParse(value).success ? null : `"${value}" is not a host name or address, with or without :port`;
  }
}

const catalogue = parameterCatalogue;

/** A stored value that can't be read counts as not set. */
const Parameters = z.object({
  primaryServer: server.nullable().catch(null),
  backupServer: server.nullable().catch(null),
  serverPort: number(catalogue.serverPort).catch(catalogue.serverPort.default),
  heartbeatIntervalMs: number(catalogue.heartbeatIntervalMs).catch(catalogue.heartbeatIntervalMs.default),
  requestTimeoutMs: number(catalogue.requestTimeoutMs).catch(catalogue.requestTimeoutMs.default),
  divertAllAppliesToFiltered: boolean.catch(catalogue.divertAllAppliesToFiltered.default),
  /** Pass an unanswered call on to the next available assistant. */
  rnaForwardCalls: boolean.catch(catalogue.rnaForwardCalls.default),
  /** How long an assistant may ring. */
  rnaTimeoutMs: number(catalogue.rnaTimeoutMs).catch(catalogue.rnaTimeoutMs.default),
  redirectToManagerIfUnreachable: boolean.catch(catalogue.redirectToManagerIfUnreachable.default),
  /** Else digits only. */
  alphanumericUserIds: boolean.catch(catalogue.alphanumericUserIds.default),
} satisfies Record<ParameterKey, z.ZodType>);
export type Parameters = Readonly<z.infer<typeof Parameters>>;

/** What the stored texts mean. */
export function parseParameters(stored: ReadonlyMap<string, string>): Parameters {
  return Parameters.parse(Object.fromEntries(stored));
}

export async function loadParameters(db: Db): Promise<Parameters> {
  const rows = await db.selectFrom('parameters').selectAll().execute();
  return parseParameters(new Map(rows.map((row) => [row.key, row.value])));
}
