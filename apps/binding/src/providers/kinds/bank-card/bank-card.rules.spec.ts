import { inspect } from 'node:util';
import { unwrap } from '@bindery/kernel';
import { readBankCard, type TypedBankCard } from './bank-card.rules';
import { cardElements } from '../card-elements.rules';
import { holderNameMax } from './card-details.rules';

const now = new Date('2026-03-02T04:00:00Z');
const number = '4111 1111 1111 1111';
const read = (holderName?: string | null) => readBankCard({ number, holderName }, { elements: [] }, now);
const refused = (field: string, rule: string, limit?: number) => ({
  ok: false,
  error: { kind: 'INVALID_INPUT', field: `card.bank.${field}`, rule, ...(limit !== undefined && { limit }) },
});

describe('readBankCard', () => {
  it.each([undefined, null, '', 'LI MEI', '👩‍💻'.repeat(holderNameMax), `${'x'.repeat(holderNameMax)}\u200b `])(
    'takes %j as a name on the card',
    (name) => expect(read(name).ok).toBe(true),
  );

  it.each(['x'.repeat(holderNameMax + 1), '梅'.repeat(5_000), `Li a${'\u0301'.repeat(5_000)}`])(
    'refuses a name of more characters than a card has: %#',
    (name) => expect(read(name)).toEqual(refused('holderName', 'TOO_LONG', holderNameMax)),
  );
});

describe('a card at a bank that compares four elements', () => {
  const whole = { number, holderName: ' 李梅 ', idNumber: '11010519491231002x', phone: '138 0013 8000' };
  const readFour = (changes: Partial<TypedBankCard> = {}) =>
    readBankCard({ ...whole, ...changes }, { elements: cardElements }, now);

  it('is handed over as the bank writes it', () => {
    expect(unwrap(readFour()).entered.details?.reveal()).toEqual({
      holderName: '李梅',
      idNumber: '11010519491231002X',
      phone: '+8613800138000',
    });
  });

  it('is the same card whoever says what of its holder, and another try each time', () => {
    const [one, other] = [unwrap(readFour()), unwrap(readFour({ phone: '13800138001' }))];
    expect(one.identity.reveal()).toBe(other.identity.reveal());
    expect(one.attempt?.reveal()).not.toBe(other.attempt?.reveal());
    expect(unwrap(readFour()).attempt?.reveal()).toBe(one.attempt?.reveal());
  });

  it.each([
    ['holderName', ' ', 'REQUIRED'],
    ['idNumber', null, 'REQUIRED'],
    ['phone', undefined, 'REQUIRED'],
    ['idNumber', '110105194912310021', 'FORMAT'],
    ['idNumber', '1101051949123100', 'CHARACTERS'],
    ['phone', '010 6552 9988', 'FORMAT'],
    ['phone', '+1 202 555 0143', 'FORMAT'],
    ['phone', 'none', 'FORMAT'],
  ])('is refused with the %s %j', (field, value, rule) =>
    expect(readFour({ [field]: value })).toEqual(refused(field, rule)),
  );

  it('shows nothing of it in text, JSON or a log', () => {
    const { details } = unwrap(readFour()).entered;
    const shown = [String(details), JSON.stringify({ details }), inspect({ details }, { depth: 9, showHidden: true })];
    for (const text of shown) expect(text).not.toMatch(/李梅|110105|13800138/);
  });

  it('hands a bank what it asks for and nothing else', () => {
    const asked = unwrap(readBankCard(whole, { elements: ['PHONE'] }, now)).entered.details?.reveal();
    expect(asked).toEqual({ phone: '+8613800138000' });
    expect(unwrap(readBankCard(whole, { elements: [] }, now)).entered.details).toBeUndefined();
  });
});
