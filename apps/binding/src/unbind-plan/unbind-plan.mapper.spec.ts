import 'reflect-metadata';
import { newId } from '@bindery/kernel';
import type { UnbindEffect } from './unbind-effect.rules';
import { toUnbindPlanType } from './unbind-plan.mapper';
import { quotePlan } from './unbind-plan.rules';

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
