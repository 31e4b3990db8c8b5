import type { z } from 'zod';
import { accessCardProtocol } from '../../kinds/access-card/protocol';
import { bankCardProtocol } from '../../kinds/bank-card/protocol';
import { money, shortText } from '../../bounds';
import { credentialAnswer, obligationsAnswer, operationAnswer } from './protocol';

const badTexts = [
  '',
  'x'.repeat(201),
  'Shop \ud800',
  'Shop \0',
  'a\nb',
  'a\u2028b',
  'a\u202eb',
  '\u001b[2J',
  12,
  null,
  ['x'],
];
const taken = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;

describe('text of a provider', () => {
  it.each(['RG-1001', '滨海银行', 'Café Zoë', 'x'.repeat(200)])('is taken: %j', (text) =>
    expect(taken(shortText, text)).toBe(true),
  );

  it.each(badTexts)('is refused: %j', (text) => expect(taken(shortText, text)).toBe(false));
});

describe('money of a provider', () => {
  it.each([0, -1, 2 ** 31, 2 ** 53 - 1, -(2 ** 53 - 1)])('is taken: %d', (value) =>
    expect(taken(money, { value, currency: 'IDR' })).toBe(true),
  );

  it.each([0.5, 2 ** 53, Infinity, NaN, '1', null])('is refused: %p', (value) =>
    expect(taken(money, { value, currency: 'IDR' })).toBe(false),
  );

  it.each(['XXX', 'XAU', 'idr', 'DEM', '', 'IDRR', 'I\0R'])('is refused in %j', (currency) =>
    expect(taken(money, { value: 1, currency })).toBe(false),
  );
});

const both = (text: unknown) => ({ 'zh-CN': text, en: text });
const amount = { value: 500, currency: 'CNY' };
const many = <T>(element: T) => Array.from({ length: 501 }, () => element);
const owed = {
  balance: amount,
  pending: [{ id: 'p', amount, text: 'Taxi' }],
  mandates: [{ id: 'm', merchant: 'Gym' }],
};
const membership = {
  token: 'tok_1',
  lastFour: '1001',
  site: { code: 'riverside', name: both('Riverside') },
  doors: [{ id: 'gate', name: both('Gate') }],
};
const bankToken = { token: 'tok_1', brand: 'Visa', lastFour: '1111', expiresOn: '2030-07-31' };

/** Every answer of a provider with something in it that goes past its bounds. */
const outOfBounds: readonly (readonly [
  name: string,
  schema: z.ZodType,
  good: object,
  bad: (text: unknown) => object[],
])[] = [
  [
    'obligations',
    obligationsAnswer,
    owed,
    (text) => [
      { ...owed, pending: [{ id: text, amount, text: 'Taxi' }] },
      { ...owed, pending: [{ id: 'p', amount, text }] },
      { ...owed, mandates: [{ id: text, merchant: 'Gym' }] },
      { ...owed, mandates: [{ id: 'm', merchant: text }] },
      { ...owed, balance: { value: 2 ** 53, currency: 'CNY' } },
      { ...owed, pending: [{ id: 'p', amount: { value: -1, currency: 'CNY' }, text: 'Taxi' }] },
      { ...owed, pending: many(owed.pending[0]) },
      { ...owed, mandates: many(owed.mandates[0]) },
    ],
  ],
  [
    'the standing of an operation',
    operationAnswer,
    { operationId: 'o', status: 'CONFIRMED', credentialReference: 'c' },
    (text) => [
      { operationId: text, status: 'PENDING' },
      { operationId: 'o', status: 'CONFIRMED', credentialReference: text },
    ],
  ],
  [
    'the standing of a credential',
    credentialAnswer,
    { credentialReference: 'c', status: 'ACTIVE', heldByProvider: false },
    (text) => [
      { credentialReference: text, status: 'ACTIVE' },
      { credentialReference: 'c', status: text as string },
    ],
  ],
  [
    'a membership',
    accessCardProtocol.tokenAnswer,
    membership,
    (text) => [
      { ...membership, token: text },
      { ...membership, lastFour: text },
      { ...membership, lastFour: '12345' },
      { ...membership, site: { code: text, name: both('R') } },
      { ...membership, site: { code: 'r', name: both(text) } },
      { ...membership, doors: [{ id: text, name: both('Gate') }] },
      { ...membership, doors: [{ id: 'gate', name: { en: 'Gate' } }] },
      { ...membership, doors: many(membership.doors[0]) },
    ],
  ],
  [
    'a token',
    bankCardProtocol.tokenAnswer,
    bankToken,
    (text) => [
      { ...bankToken, token: text },
      { ...bankToken, brand: text },
      { ...bankToken, lastFour: text },
      { ...bankToken, expiresOn: text },
      { ...bankToken, expiresOn: '9999-12-31' },
      { ...bankToken, expiresOn: '0000-01-01' },
      { ...bankToken, expiresOn: '2030-02-30' },
    ],
  ],
];

describe.each(outOfBounds)('%s', (_name, schema, good, bad) => {
  it('is taken within its bounds', () => expect(schema.safeParse(good)).toEqual({ success: true, data: good }));

  it.each(badTexts)('is refused past them, as with %j', (text) => {
    for (const answer of bad(text)) expect([answer, taken(schema, answer)]).toEqual([answer, false]);
  });
});
