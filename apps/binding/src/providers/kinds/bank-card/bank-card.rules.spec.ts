import { holderNameMax, readBankCard } from './bank-card.rules';

const read = (holderName?: string | null) => readBankCard({ number: '4111 1111 1111 1111', holderName });

describe('readBankCard', () => {
  it.each([undefined, null, '', 'LI MEI', '👩‍💻'.repeat(holderNameMax), `${'x'.repeat(holderNameMax)}\u200b `])(
    'takes %j as a name on the card',
    (name) => expect(read(name).ok).toBe(true),
  );

  it.each(['x'.repeat(holderNameMax + 1), '梅'.repeat(5_000), `Li a${'\u0301'.repeat(5_000)}`])(
    'refuses a name of more characters than a card has: %#',
    (name) =>
      expect(read(name)).toEqual({
        ok: false,
        error: { kind: 'INVALID_INPUT', field: 'card.bank.holderName', rule: 'TOO_LONG', limit: holderNameMax },
      }),
  );
});
