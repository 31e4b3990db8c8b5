import { z } from 'zod';
import { eventContracts } from './catalogue';
import { partitionsPerTopic, topics } from './topics';

/** Each field of a schema with its path, inside optionals, objects and lists too. */
function fieldsOf(schema: z.ZodType, path = ''): { path: string; name: string; schema: z.ZodType }[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return fieldsOf(schema.unwrap() as z.ZodType, path);
  if (schema instanceof z.ZodArray) return fieldsOf(schema.element as z.ZodType, `${path}[]`);
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape as z.ZodRawShape).flatMap(([name, field]) => {
    const here = path ? `${path}.${name}` : name;
    return [{ path: here, name, schema: field as z.ZodType }, ...fieldsOf(field as z.ZodType, here)];
  });
}

const words = (name: string) =>
  name
    .replaceAll(/([A-Z])/g, ' $1')
    .toLowerCase()
    .split(/[ _-]+/);

const personal = new Set([
  'phone',
  'mobile',
  'email',
  'mail',
  'name',
  'names',
  'holder',
  'address',
  'number',
  'pan',
  'cvv',
  'cvc',
  'pin',
  'code',
  'password',
  'secret',
  'token',
  'birth',
  'birthday',
  'document',
  'image',
  'photo',
  'ip',
  'text',
  'recipient',
  'fingerprint',
]);

/** The address is encrypted, which is what its name says; a provider is a company, a kind of card or document and a purpose are no one's. */
const allowed = new Set([
  'sealedAddress',
  'sealedNetworkAddress',
  'providerName',
  'kindName',
  'purposeName',
  'documentType',
  'documentTypes',
]);

const personalFields = (data: z.ZodType) =>
  fieldsOf(data).flatMap(({ name, path }) =>
    !allowed.has(name) && words(name).some((word) => personal.has(word)) ? [path] : [],
  );

/** An optional field is described inside. */
const isDescribed = (schema: z.ZodType): boolean =>
  Boolean(schema.description) ||
  ((schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) && isDescribed(schema.unwrap() as z.ZodType));

describe('event contracts', () => {
  it.each(eventContracts)(
    '$type is named by aggregate, fact and version, and keyed by a field that must be there',
    (contract) => {
      expect(contract.type).toMatch(/^bindery\.[a-z]+\.[a-z]+(-[a-z]+)*\.v[1-9]$/);
      expect(topics).toContain(contract.topic);
      expect(z.safeParse(contract.data.shape[contract.key] as z.ZodType, undefined).success).toBe(false);
    },
  );

  it.each(eventContracts)('$type describes itself and every field', ({ description, data }) => {
    expect(description).toMatch(/\.$/);
    expect(
      fieldsOf(data)
        .filter(({ schema }) => !isDescribed(schema))
        .map(({ path }) => path),
    ).toEqual([]);
  });

  it.each(eventContracts)('$type tells no personal data in clear', ({ data }) => {
    expect(personalFields(data)).toEqual([]);
  });

  it('are refused by that check if they do tell it, at any depth', () => {
    const leaky = z.object({
      at: z.string(),
      contact: z.object({ phoneNumber: z.string() }).optional(),
      lines: z.array(z.object({ cardNumber: z.string() })),
    });
    expect(personalFields(leaky)).toEqual(['contact.phoneNumber', 'lines[].cardNumber']);
  });

  it('have different types', () => {
    expect(new Set(eventContracts.map(({ type }) => type)).size).toBe(eventContracts.length);
    expect(partitionsPerTopic).toBe(6);
  });
});
