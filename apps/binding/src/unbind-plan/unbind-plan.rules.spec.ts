import { newId } from '@bindery/kernel';
import { aBinding, aCard, aMembership, aProfile } from '../testing/builders';
import type { Obligations } from '../providers/connector.rules';
import { cardKindOf } from '../providers/kinds';
import { endsAgreement } from '../providers/styles';
import {
  changesSince,
  decideConsequences,
  quotedObligations,
  quotedReaders,
  quotePlan,
  settledBy,
  type UnbindFacts,
} from './unbind-plan.rules';

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
    order: [],
    usable: [{ cardId: card.id, bindingId: binding.id }],
  };
  const { canPay, hasPhysicalCard } = cardKindOf(card.kind);
  return {
    binding,
    card,
    canPay,
    hasPhysicalCard,
    profile: aProfile(card.provider),
    obligations: nothingOpen,
    readers: [],
    defaultCard,
    otherDevices: [],
    ...overrides,
  };
}

const typesOf = (given: UnbindFacts) => decideConsequences(given).effects.map(({ type }) => type);

describe('the consequences of an unbind', () => {
  it('of the only bank card: restorable, no default left', () => {
    expect(typesOf(unbindFacts())).toEqual([
      'TAKES_EFFECT',
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

  it('of what there is no plastic card of: no word of one', () => {
    expect(typesOf(unbindFacts({ hasPhysicalCard: false }))).not.toContain('PHYSICAL_CARD_WORKS');
    for (const kind of ['WALLET', 'PASS'] as const) expect(cardKindOf(kind).hasPhysicalCard ?? false).toBe(false);
  });

  it.each([
    ['reported lost', { owner: 'HOLDER', reason: 'CARD_REPORTED_LOST' }, false],
    ['held by its provider', { owner: 'PROVIDER', reason: 'FRAUD_SUSPECTED' }, false],
    ['in dispute', { owner: 'DISPUTE', reason: 'UNAUTHORISED_USE' }, false],
    ['frozen by its holder', { owner: 'HOLDER', reason: 'FROZEN' }, true],
    ['on a lost device', { owner: 'DEVICE_LOST', reason: 'DEVICE_REPORTED_LOST' }, true],
  ] as const)('of a card that is %s: whether the one of plastic works', (_, hold, works) => {
    const given = unbindFacts();
    const state = { ...given.binding.state, holds: [{ ...hold, since: '2026-01-15T00:00:00.000Z' }] };
    const types = typesOf({ ...given, binding: { ...given.binding, state } });
    expect(types.includes('PHYSICAL_CARD_WORKS')).toBe(works);
  });

  it('of a card that something is disputed of: that', () => {
    expect(decideConsequences(unbindFacts({ openDisputes: ['UNAUTHORISED_USE'] })).effects).toContainEqual({
      type: 'DISPUTE_OPEN',
      about: 'UNAUTHORISED_USE',
    });
  });

  it('of what an agreement stands behind: that it ends, and with whom', () => {
    const profile = aProfile('alipay');
    const { effects } = decideConsequences(unbindFacts({ profile, endsAgreement: true }));
    expect(effects).toContainEqual({ type: 'AGREEMENT_ENDS', provider: profile.name });
    expect(typesOf(unbindFacts())).not.toContain('AGREEMENT_ENDS');
    for (const style of ['ALIPAY', 'WECHAT_PAY'] as const) expect(endsAgreement(style)).toBe(true);
    expect(endsAgreement('GENERIC')).toBe(false);
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
      'TAKES_EFFECT',
      'NOT_RESTORABLE',
      'FEE',
      'DOORS_LOST',
      'DEVICES',
      'PHYSICAL_CARD_WORKS',
      'HISTORY_STAYS',
    ]);
    expect(plan).toMatchObject({ fee: { value: 500, currency: 'CNY' }, blockers: [], proof: { action: 'UNBIND' } });
  });

  it('of an access card: each reader by its name and its own worst case, whatever the provider leaves out', () => {
    const card = aMembership();
    const [gate] = card.doors;
    if (!gate) throw new Error('the card opens no door');
    const garage = { id: 'garage', name: { 'zh-CN': '车库', en: 'Garage' }, site: null } as const;
    const readers = [
      { ...gate, site: null, line: 'ONLINE', worstCase: null },
      { ...garage, line: 'OFFLINE', worstCase: 'P3D' },
    ] as const;
    const doors = { ...card, doors: [gate, { id: 'tower', name: garage.name }] };
    const [effect] = decideConsequences(unbindFacts({ card: doors, readers })).effects.filter(
      ({ type }) => type === 'DOORS_LOST',
    );
    expect(effect).toMatchObject({ offlineWorstCase: 'P3D' });
    const lines =
      effect?.type === 'DOORS_LOST' ? effect.readers.map(({ id, line, worstCase }) => [id, line, worstCase]) : [];
    expect(new Map(lines.map(([id, ...rest]) => [id, rest]))).toEqual(
      new Map([
        ['garage', ['OFFLINE', 'P3D']],
        [gate.id, ['ONLINE', 'PT24H']],
        ['tower', ['UNKNOWN', 'PT24H']],
      ]),
    );
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
    expect(decideConsequences(unbindFacts({ obligations: null })).blockers).toEqual([
      { code: 'OBLIGATIONS_UNKNOWN', acts: [] },
    ]);
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

  it('remembers the readers that its provider named: what it does not say later changes nothing', () => {
    const card = aMembership();
    const name = { 'zh-CN': '车库', en: 'Garage' };
    const named = unbindFacts({
      card,
      readers: [{ id: 'garage', name, site: null, line: 'OFFLINE', worstCase: null }],
    });
    const quoted = quotePlan(newId('plan'), decideConsequences(named), now);
    const later = { ...named, readers: quotedReaders(quoted) };
    expect(changesSince(quoted, decideConsequences(later), now)).toEqual([]);
    const online = {
      ...named,
      readers: [{ id: 'garage', name, site: null, line: 'ONLINE', worstCase: null } as const],
    };
    expect(changesSince(quoted, decideConsequences(online), now)).toEqual(['EFFECTS']);
    expect(quotedReaders(quotePlan(newId('plan'), decideConsequences(unbindFacts({ card })), now))).toBeNull();
  });

  it('is settled, or looked into, within the time its provider has after the quote ends', () => {
    expect(settledBy(plan)).toEqual(new Date('2026-02-01T12:10:30Z'));
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
