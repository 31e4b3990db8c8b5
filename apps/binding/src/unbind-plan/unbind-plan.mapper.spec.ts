import 'reflect-metadata';
import { newId } from '@bindery/kernel';
import type { UnbindEffect } from './unbind-effect.rules';
import { toUnbindBlockerType, toUnbindPlanType } from './unbind-plan.mapper';
import { quotePlan, type UnbindBlocker } from './unbind-plan.rules';

const effects: readonly UnbindEffect[] = [
  { type: 'RESTORABLE', strategy: 'REACTIVATE', windowDays: 30 },
  { type: 'NO_DEFAULT_LEFT' },
  { type: 'BALANCE', amount: { value: 1, currency: 'CNY' } },
  { type: 'NOT_RESTORABLE' },
  { type: 'HISTORY_STAYS' },
  { type: 'MANDATE', id: 'm-1', merchant: 'Video Club' },
];
const consequences = {
  bindingId: newId('binding'),
  bindingVersion: 3,
  effects,
  blockers: [],
  fee: null,
  proof: { action: 'UNBIND', factors: ['SMS_CODE'] },
} as const;

describe('a plan as it is read', () => {
  const plan = quotePlan(newId('plan'), consequences, new Date('2026-02-01T12:00:00Z'));
  const read = toUnbindPlanType(plan, () => 'card', 'en');

  it('tells the gravest first, and what is as grave in the order in which it was found', () => {
    expect(read.effects.map(({ constructor }) => constructor.name)).toEqual([
      'NotRestorableEffect',
      'NoDefaultLeftEffect',
      'BalanceEffect',
      'MandateEffect',
      'RestorableEffect',
      'HistoryStaysEffect',
    ]);
  });

  it('has the digest of the plan that is kept, whose order stays', () => {
    expect(read.digest).toBe(plan.digest);
    expect(plan.effects).toEqual(effects);
  });
});

describe('a mandate in the way', () => {
  const provider = { en: 'Seaside Bank', 'zh-CN': '海滨银行' };
  const textOf = (acts: UnbindBlocker['acts'], noMove?: UnbindBlocker['noMove']) =>
    toUnbindBlockerType({ code: 'MANDATE', acts, ...(noMove && { noMove }) }, newId('binding'), 'en').text;

  it('is told with what can be done, and why it cannot move', () => {
    expect(textOf(['MOVE_MANDATE', 'CANCEL_MANDATE'])).toContain('or move it to another card of the same provider');
    expect(textOf(['CANCEL_MANDATE'], { why: 'NO_CARD_THERE', provider })).toContain('another card of Seaside Bank');
    expect(textOf(['CANCEL_MANDATE'], { why: 'NOT_OFFERED', provider })).toContain('Seaside Bank does not do that');
    expect(textOf([])).toContain('Have its provider cancel it');
  });
});
