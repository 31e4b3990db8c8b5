import type { EntityManager } from 'typeorm';
import type { EffectType } from '@bindery/card-lifecycle';
import { mergeEffects, type EffectPart } from './effects';
import { lifecycleEffects } from './own-effects';
import type { Step } from '../step';

const nothing = async () => undefined;
const others = {
  handlers: {
    UseUpProofs: nothing,
    SendOperation: nothing,
    QueryProvider: nothing,
    MakeDefaultIfFirst: nothing,
    MoveDefaultAway: nothing,
    ReturnDefault: nothing,
    ChargeFee: async () => ({ feeCharged: { value: 500, currency: 'CNY' } }),
    RefundFee: nothing,
    IssueReceipt: nothing,
    RemoveAtProvider: nothing,
    ReapplyHolds: nothing,
    HealDivergence: nothing,
    OpenCase: nothing,
    HandOverToSuccessor: nothing,
  },
} satisfies EffectPart;

const tx = {} as EntityManager;
const stepWith = (...types: EffectType[]) =>
  ({ transition: { effects: types.map((type) => ({ type })) }, binding: { state: {} } }) as unknown as Step;

describe('effects', () => {
  it('are carried out by whoever registered for them, between what every step has before and after', async () => {
    const done: string[] = [];
    const note = (what: string) => async () => void done.push(what);
    const { UseUpProofs: _, ...handlers } = others.handlers;
    const { carryOut } = mergeEffects([
      lifecycleEffects,
      { handlers, before: note('before'), after: note('after') },
      { handlers: { UseUpProofs: note('proofs') } },
    ]);
    expect(await carryOut(tx, stepWith('UseUpProofs', 'ChargeFee', 'ListRequirements'))).toEqual({
      feeCharged: { value: 500, currency: 'CNY' },
    });
    expect(done).toEqual(['before', 'proofs', 'after']);
  });

  it('do not compose, nor compile, while somebody’s is carried out by nobody', () => {
    const { OpenCase: _, ...handlers } = others.handlers;
    // @ts-expect-error nobody opens cases
    expect(() => mergeEffects([lifecycleEffects, { handlers }])).toThrow('no feature carries out OpenCase');
  });

  it('do not compose while two features carry out the same one', () => {
    expect(() => mergeEffects([lifecycleEffects, others, { handlers: { OpenCase: nothing } }])).toThrow(
      'two features carry out the effect OpenCase',
    );
  });
});
