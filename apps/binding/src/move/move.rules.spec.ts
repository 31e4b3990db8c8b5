import { newId } from '@bindery/kernel';
import type { BindingState, Hold } from '@bindery/card-lifecycle';
import { aProfile } from '../testing/builders';
import { moveOf, remediesOf, type MoveFacts } from './move.rules';

const bank = aProfile('seaside-bank', {
  deviceMove: { carries: ['NUMBER'], perYear: 2 },
  limits: { perAccount: null, perDevice: 3 },
  restore: { strategy: 'REACTIVATE', windowDays: 30 },
  activationDeadlineDays: null,
});
const anew = { strategy: 'REBIND_ONLY', windowDays: null } as const;
const fine: MoveFacts = {
  hasSuccessor: false,
  accountInGoodStanding: true,
  slotTaken: false,
  isBorrowing: false,
  movesThisYear: 0,
  onNewDevice: 0,
  platform: 'ANDROID',
  consentHolds: true,
  isReviewed: false,
};
const bound = (holds: Hold[] = [], sync: BindingState['sync'] = { state: 'IN_SYNC' }): BindingState => ({
  phase: 'BOUND',
  holds,
  sync,
});
const hold = (owner: Hold['owner'], reason = 'X'): Hold => ({ owner, reason, since: '2026-01-01T00:00:00Z' });
const move = (state: BindingState, facts: Partial<MoveFacts> = {}, token: string | null = 'token', profile = bank) =>
  moveOf({ id: newId('binding'), state }, { token }, profile, { ...fine, ...facts });

describe('a card on its way to another device', () => {
  it('goes along with what its provider lets it carry', () =>
    expect(move(bound())).toMatchObject({ outcome: 'MOVES', obstacle: null, carries: ['NUMBER'] }));

  it('needs a step where its provider wants one after a bind', () =>
    expect(move(bound(), {}, 'token', { ...bank, activationDeadlineDays: 7 })).toMatchObject({
      outcome: 'NEEDS_STEP',
    }));

  it('stays where its provider has no cards on a device like the new one', () => {
    const onIphones = { ...bank, platforms: ['IOS' as const] };
    const stays = move(bound(), {}, 'token', onIphones);
    expect(stays).toMatchObject({ outcome: 'CANNOT', obstacle: 'DEVICE_NOT_TAKEN' });
    expect(remediesOf([stays])).toEqual([{ code: 'UseOtherDevice' }]);
    for (const platform of ['IOS', null])
      expect(move(bound(), { platform }, 'token', onIphones)).toMatchObject({ outcome: 'MOVES' });
  });

  it.each([
    ['its token is gone', {}, null, bank, 'CARD_NOT_KEPT'],
    ['its provider binds anew only', {}, 'token', { ...bank, restore: anew }, 'CARD_NOT_KEPT'],
    ['other terms have to be agreed to', { consentHolds: false }, 'token', bank, 'TERMS_CHANGED'],
  ] as const)(
    'is entered where %s, and goes along with what its provider lets it carry',
    (_, facts, token, profile, obstacle) =>
      expect(move(bound(), facts, token, profile)).toMatchObject({
        outcome: 'NEEDS_CARD',
        obstacle,
        carries: ['NUMBER'],
      }),
  );

  it('leaves with a plan that moves nothing what can be done about each card that stays, once', () => {
    const stays = (facts: Partial<MoveFacts>) => move(bound(), facts);
    expect(remediesOf([stays({ onNewDevice: 3 }), stays({ movesThisYear: 2 }), stays({ slotTaken: true })])).toEqual([
      { code: 'UnbindFirst' },
      { code: 'ContactProvider' },
    ]);
    expect(remediesOf([stays({ hasSuccessor: true }), move(bound([hold('RISK')]))])).toEqual([
      { code: 'TryAgain' },
      { code: 'ContactSupport' },
    ]);
  });

  it.each([
    ['stays while it is held by others', bound([hold('RISK')]), {}, 'token', 'CANNOT', 'HELD'],
    ['stays while it is reported lost', bound([hold('HOLDER', 'CARD_REPORTED_LOST')]), {}, 'token', 'CANNOT', 'HELD'],
    ['stays when it expired', bound([hold('VALIDITY')]), {}, 'token', 'CANNOT', 'EXPIRED'],
    ['stays where it is there already', bound(), { slotTaken: true }, 'token', 'CANNOT', 'ALREADY_THERE'],
    ['stays when it moved too often', bound(), { movesThisYear: 2 }, 'token', 'CANNOT', 'YEARLY_LIMIT'],
    ['stays when the new device is full', bound(), { onNewDevice: 3 }, 'token', 'CANNOT', 'DEVICE_LIMIT'],
    ['stays while another takes its place', bound(), { hasSuccessor: true }, 'token', 'CANNOT', 'UNDER_WAY'],
    ['stays while its account is locked', bound(), { accountInGoodStanding: false }, 'token', 'CANNOT', 'HELD'],
  ] as const)('%s', (_, state, facts, token, outcome, obstacle) =>
    expect(move(state, facts, token)).toMatchObject({ outcome, obstacle, carries: [] }),
  );

  it('goes along from where nothing is restored only if its lender keeps its loans, and is looked at where that is asked', () => {
    const restore = { strategy: 'REBIND_ONLY', windowDays: null } as const;
    const lender = (carries: readonly ('NUMBER' | 'LOANS')[]) => ({
      ...bank,
      restore,
      deviceMove: { carries, perYear: null },
    });
    expect(move(bound(), {}, 'token', lender(['NUMBER']))).toMatchObject({ obstacle: 'CARD_NOT_KEPT' });
    expect(move(bound(), {}, 'token', lender(['LOANS']))).toMatchObject({ outcome: 'MOVES', carries: ['LOANS'] });
    const reviewed = { isReviewed: true };
    expect(move(bound(), reviewed, 'token', lender(['LOANS']))).toMatchObject({ outcome: 'NEEDS_STEP', reviewDays: 3 });
    expect(move(bound(), reviewed, null, lender(['LOANS']))).toMatchObject({ outcome: 'NEEDS_CARD', reviewDays: 3 });
    expect(move(bound(), {}, 'token', lender(['LOANS']))).toMatchObject({ reviewDays: null });
    const borrowing = { isBorrowing: true };
    expect(move(bound(), borrowing, 'token', lender(['LOANS']))).toMatchObject({ outcome: 'MOVES' });
    const stays = { outcome: 'CANNOT', obstacle: 'LOAN_RUNNING', carries: [] };
    for (const token of ['token', null])
      expect(move(bound(), borrowing, token, lender(['NUMBER']))).toMatchObject(stays);
  });

  it.each([hold('HOLDER', 'SUSPENDED_BY_HOLDER'), hold('DEVICE_LOST', 'DEVICE_REPORTED_LOST')])(
    'goes along though it is held: $reason',
    (one) => expect(move(bound([one]))).toMatchObject({ outcome: 'MOVES' }),
  );
});
