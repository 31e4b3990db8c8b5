import { newId } from '@bindery/kernel';
import { obligationActKinds, type Obligations } from '../providers/connector.rules';
import { aBinding, aCard } from '../testing/builders';
import { offersOf, type OfferFacts } from './obligation-offers.rules';

const [one, two] = [newId('binding'), newId('binding')];
const amount = { value: 1_500, currency: 'CNY' };
const obligations: Obligations = {
  balance: { value: 900, currency: 'CNY' },
  pending: [{ id: 'pay-1', amount, text: 'Taxi' }],
  mandates: [{ id: 'm-1', merchant: 'Video Club', amount, nextOn: '2026-12-01' }],
};
const facts: OfferFacts = {
  binding: aBinding(aCard()),
  obligations,
  offered: obligationActKinds,
  targets: [one, two],
  underWay: [],
  standing: null,
};
const kindsOf = (given: Partial<OfferFacts>) => offersOf({ ...facts, ...given }).map(({ kind }) => kind);
const digestsOf = (given: Partial<OfferFacts> = {}) => offersOf({ ...facts, ...given }).map(({ digest }) => digest);

describe('what is offered about what hangs on a card', () => {
  it('is one thing for each mandate and card it can go to, each payment, and the balance', () =>
    expect(offersOf(facts)).toMatchObject([
      { kind: 'MOVE_MANDATE', obligationId: 'm-1', toBindingId: one },
      { kind: 'MOVE_MANDATE', obligationId: 'm-1', toBindingId: two },
      { kind: 'CANCEL_MANDATE', obligationId: 'm-1', toBindingId: null },
      { kind: 'SETTLE_PENDING', obligationId: 'pay-1', amount },
      { kind: 'WITHDRAW_BALANCE', amount: { value: 900, currency: 'CNY' } },
    ]));

  it('is nothing about what something is done about already', () =>
    expect(kindsOf({ underWay: ['m-1', 'pay-1'] })).toEqual(['WITHDRAW_BALANCE']));

  it.each([null, { value: 0, currency: 'CNY' }, { value: -500, currency: 'CNY' }])(
    'is no payout of a balance of %j',
    (balance) => expect(kindsOf({ obligations: { ...obligations, balance } })).not.toContain('WITHDRAW_BALANCE'),
  );

  it('has a name of its own each, the same for the same thing', () => {
    expect(new Set(digestsOf()).size).toBe(5);
    expect(digestsOf()).toEqual(digestsOf());
    for (const digest of digestsOf()) expect(digest).toMatch(/^[\w-]{43}$/);
  });

  it.each([
    ['merchant', { merchant: 'Other Club' }],
    ['amount', { amount: { value: 1_501, currency: 'CNY' } }],
    ['next day', { nextOn: '2026-12-02' }],
  ])('has another name where the %s is another', (_what, change) => {
    const mandates = obligations.mandates.map((mandate) => ({ ...mandate, ...change }));
    const changed = digestsOf({ obligations: { ...obligations, mandates } });
    expect(changed.slice(0, 3).some((digest) => digestsOf().includes(digest))).toBe(false);
  });

  it('is of one card: the same mandate of another has another name', () =>
    expect(digestsOf({ binding: aBinding(aCard()) }).some((digest) => digestsOf().includes(digest))).toBe(false));
});
