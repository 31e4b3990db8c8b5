import { newId } from '@bindery/kernel';
import { aBinding, aCard, aMembership, aProfile } from '../testing/builders';
import type { Obligations } from '../providers/connector.rules';
import { cardKindOf } from '../providers/kinds';
import { changesSince, decideConsequences, quotedObligations, quotePlan, type UnbindFacts } from './unbind-plan.rules';

const now = new Date('2026-02-01T12:00:00Z');
const nothingOpen: Obligations = { balance: null, pending: [], mandates: [] };
const muchOpen: Obligations = {
  balance: { value: 12_300, currency: 'CNY' },
  pending: [{ id: 'pay-1', amount: { value: 500, currency: 'CNY' }, text: 'Taxi' }],
  mandates: [{ id: 'm-1', merchant: 'Video Club' }],
};

function unbindFacts(overrides: Partial<UnbindFacts> = {}): UnbindFacts {
  const card = overrides.card ?? aCard();
  const binding = aBinding(card);
  const defaultCard = {
    defaultCardId: card.id,
    preferredCardId: card.id,
    usable: [{ cardId: card.id, bindingId: binding.id }],
  };
  const { canPay } = cardKindOf(card.kind);
  return {
    binding,
    card,
    canPay,
    profile: aProfile(card.provider),
    obligations: nothingOpen,
    defaultCard,
    otherDevices: [],
    ...overrides,
  };
}

const typesOf = (given: UnbindFacts) => decideConsequences(given).effects.map(({ type }) => type);

describe('the consequences of an unbind', () => {
  it('of the only bank card: restorable, no default left', () => {
    expect(typesOf(unbindFacts())).toEqual([
      'RESTORABLE',
      'NO_DEFAULT_LEFT',
      'DEVICES',
      'PHYSICAL_CARD_WORKS',
      'HISTORY_STAYS',
    ]);
  });

  it('of the default beside another card: the default moves to it, whoever was preferred', () => {
    const given = unbindFacts();
    const other = { cardId: newId('card'), bindingId: newId('binding') };
    const defaultCard = { ...given.defaultCard, usable: [...given.defaultCard.usable, other] };
    expect(decideConsequences({ ...given, defaultCard }).effects).toContainEqual({
      type: 'DEFAULT_MOVES',
      toCardId: other.cardId,
    });
  });

  it('of a card that is not the default, or is bound on another device as well: nothing about the default', () => {
    const given = unbindFacts();
    const onOther = { cardId: given.card.id, bindingId: newId('binding') };
    expect(
      typesOf({ ...given, defaultCard: { ...given.defaultCard, usable: [...given.defaultCard.usable, onOther] } }),
    ).not.toContain('NO_DEFAULT_LEFT');
    expect(typesOf({ ...given, defaultCard: { ...given.defaultCard, defaultCardId: newId('card') } })).not.toContain(
      'NO_DEFAULT_LEFT',
    );
  });

  it('of an access card: not restorable, fee and doors, nothing about the default (requirements 9, 11, 12)', () => {
    const plan = decideConsequences(unbindFacts({ card: aMembership() }));
    expect(plan.effects.map(({ type }) => type)).toEqual([
      'NOT_RESTORABLE',
      'FEE',
      'DOORS_LOST',
      'DEVICES',
      'PHYSICAL_CARD_WORKS',
      'HISTORY_STAYS',
    ]);
    expect(plan).toMatchObject({ fee: { value: 500, currency: 'CNY' }, blockers: [], proof: { action: 'UNBIND' } });
  });

  it.each([
    ['BLOCKS', ['BALANCE', 'PENDING_PAYMENT', 'MANDATE'], ['BALANCE', 'PENDING_PAYMENT', 'MANDATE']],
    ['WARNS', [], ['BALANCE', 'PENDING_PAYMENT', 'MANDATE']],
    ['IGNORED', [], []],
  ] as const)('of open matters where the policy %s (requirement 16)', (policy, blockers, effects) => {
    const profile = aProfile('seaside-bank', {
      unbindObligations: { balance: policy, pendingPayment: policy, mandate: policy },
    });
    const plan = decideConsequences(unbindFacts({ profile, obligations: muchOpen }));
    expect(plan.blockers.map(({ code }) => code)).toEqual(blockers);
    expect(
      plan.effects.map(({ type }) => type).filter((type) => ['BALANCE', 'PENDING_PAYMENT', 'MANDATE'].includes(type)),
    ).toEqual(effects);
  });

  it('of what the provider does not tell: blocked only where something of it could block', () => {
    const warning = aProfile('seaside-bank', {
      unbindObligations: { balance: 'WARNS', pendingPayment: 'WARNS', mandate: 'WARNS' },
    });
    expect(decideConsequences(unbindFacts({ obligations: null })).blockers).toEqual([{ code: 'OBLIGATIONS_UNKNOWN' }]);
    expect(decideConsequences(unbindFacts({ obligations: null, profile: warning })).blockers).toEqual([]);
  });
});

describe('a quoted plan', () => {
  const given = unbindFacts();
  const plan = quotePlan(newId('plan'), decideConsequences(given), now);

  it('has a digest of its own and holds for ten minutes', () => {
    expect(plan.digest).toMatch(/^[\w-]{43}$/);
    expect(plan.quotedUntil).toEqual(new Date('2026-02-01T12:10:00Z'));
    expect(quotePlan(newId('plan'), decideConsequences(given), now).digest).not.toBe(plan.digest);
    expect(quotePlan(plan.id, decideConsequences(given), now).digest).toBe(plan.digest);
  });

  it('does not change by being stored as JSON', () => {
    const stored = { ...plan, ...(JSON.parse(JSON.stringify({ effects: plan.effects, fee: plan.fee })) as object) };
    expect(changesSince(stored, decideConsequences(given), plan.quotedUntil)).toEqual([]);
  });

  it.each([
    ['EXPIRED', {}, new Date('2026-02-01T12:10:00.001Z')],
    ['BINDING', { binding: { ...given.binding, version: 4 } }, now],
    ['EFFECTS', { obligations: { ...muchOpen, pending: [] } }, now],
    [
      'FEE',
      {
        profile: aProfile('seaside-bank', {
          unbindFee: { amount: { value: 1, currency: 'CNY' }, source: { 'zh-CN': '条款', en: 'terms' } },
        }),
      },
      now,
    ],
  ])('names what does not hold any more: %s', (what, overrides, moment) => {
    expect(changesSince(plan, decideConsequences({ ...given, ...overrides }), moment)).toContain(what);
  });

  it('names another binding', () => {
    expect(changesSince(plan, decideConsequences(unbindFacts()), now)).toContain('OTHER_BINDING');
  });

  it('remembers what was open when it was quoted', () => {
    const later = quotePlan(newId('plan'), decideConsequences(unbindFacts({ obligations: muchOpen })), now);
    expect(quotedObligations(later)).toEqual(muchOpen);
    expect(
      quotedObligations(quotePlan(newId('plan'), decideConsequences(unbindFacts({ obligations: null })), now)),
    ).toBeNull();
    expect(quotedObligations(null)).toBeNull();
  });
});
