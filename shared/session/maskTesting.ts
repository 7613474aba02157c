/** For tests: any event of a session, made from its schema, full of texts that must not come into a recording. */
import fc from 'fast-check';
import { z } from 'zod';
import { SessionEvent } from './format';

/** No name of our own program looks like one of these. */
export const privateTexts = [
  'Zoë Quaintance',
  '<b>Ng & Sons</b>',
  'quill@example',
  'Ωmega 7',
  '9-hunter',
  'zq/line@31',
  '6a61-zq zq',
  '+4989700071',
  '7770001234',
  '#7770005#',
  '*777000999',
  '7770002X',
];

const numbers = [0, 1, 2, 3, 5, 14, 900, 77_000.5, 1_763_800_000_000];

/** Knows what the schemas of a session are made of; another kind of schema is an error, so that no field is left out. */
export function anyOf(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodObject) {
    const fields = fieldsOf(schema).map(([name, field]) => [name, anyOf(field)] as const);
    const optional = fieldsOf(schema).filter(([, field]) => isOptional(field));
    const skipped = new Set(optional.map(([name]) => name));
    return fc.record(Object.fromEntries(fields), {
      requiredKeys: fields.map(([name]) => name).filter((name) => !skipped.has(name)),
    });
  }
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map(anyOf));
  const within = inside(schema);
  if (within !== null)
    return schema instanceof z.ZodNullable ? fc.option(anyOf(within), { nil: null, freq: 3 }) : anyOf(within);
  if (schema instanceof z.ZodArray) {
    const { element } = schema;
    return fc.array(anyOf(element), { maxLength: 3 }).filter((list) => schema.safeParse(list).success);
  }
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  const simple = schema instanceof z.ZodString ? privateTexts : schema instanceof z.ZodNumber ? numbers : [];
  const fitting = simple.filter((one) => z.safeParse(schema, one).success);
  if (fitting.length === 0) throw new Error(`nothing is known that fits a ${schema._zod.def.type}`);
  return fc.constantFrom<unknown>(...fitting);
}

export function fieldsOf(schema: z.ZodObject): [string, z.core.$ZodType][] {
  return Object.entries<z.core.$ZodType>(schema.shape);
}

/** What may be null, absent or looked up later; null where `schema` is none of these. */
export function inside(schema: z.core.$ZodType): z.core.$ZodType | null {
  const wraps =
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodExactOptional ||
    schema instanceof z.ZodLazy;
  const found: unknown = wraps ? schema.unwrap() : null;
  return found instanceof z.ZodType ? found : null;
}

function isOptional(schema: z.core.$ZodType): boolean {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional;
}

export const anyEvent: fc.Arbitrary<SessionEvent> = anyOf(SessionEvent).map((event) => SessionEvent.parse(event));

/** As a core tells it: no checkpoints, these are the writer's own. */
export const anyInput = anyEvent.filter(({ kind }) => kind !== 'checkpoint' && kind !== 'gap' && kind !== 'end');

/** One of `privateTexts` that is there, as it is or as JSON writes it. */
export function privateTextIn(text: string): string | null {
  return privateTexts.find((one) => text.includes(one) || text.includes(JSON.stringify(one).slice(1, -1))) ?? null;
}
