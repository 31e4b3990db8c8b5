import { obligationActKinds } from '../providers/connector.rules';
import { aBinding, aCard } from '../testing/builders';
import { possibleActs, whyNoMove, type StandingNow } from './possible-acts.rules';

const bound = aBinding(aCard(), { credentialReference: 'cred_1' });
const all = { offered: obligationActKinds, hasTarget: true };
const held = (owner: 'HOLDER' | 'RISK' | 'ACCOUNT' | 'DISPUTE') => ({
  ...bound,
  state: { ...bound.state, holds: [{ owner, reason: 'X', since: '2026-01-01T00:00:00.000Z' }] },
});

describe('what can be done about what hangs on a card', () => {
  it('is all that its provider does, the move first', () =>
    expect(possibleActs({ binding: bound, ...all })).toEqual([
      'MOVE_MANDATE',
      'CANCEL_MANDATE',
      'SETTLE_PENDING',
      'WITHDRAW_BALANCE',
    ]));

  it('is no move where there is no other card', () =>
    expect(possibleActs({ binding: bound, ...all, hasTarget: false })).not.toContain('MOVE_MANDATE'));

  it('is nothing where its provider does nothing through us', () =>
    expect(possibleActs({ binding: bound, offered: [], hasTarget: true })).toEqual([]));

  it.each(['RISK', 'ACCOUNT', 'DISPUTE'] as const)('moves no money while %s holds it', (owner) =>
    expect(possibleActs({ binding: held(owner), ...all })).toEqual(['CANCEL_MANDATE']),
  );

  it('stays possible while its holder has suspended it', () =>
    expect(possibleActs({ binding: held('HOLDER'), ...all })).toHaveLength(4));

  it('is nothing for a card that is not bound', () =>
    expect(possibleActs({ binding: { ...bound, state: { ...bound.state, phase: 'UNBOUND' } }, ...all })).toEqual([]));
});

describe('what can be done about what hangs on a card whose place was taken', () => {
  const replaced = { ...held('RISK'), state: { ...held('RISK').state, phase: 'REPLACED' as const } };
  const free: StandingNow = {
    isAccountLocked: false,
    isHeldByStaff: false,
    isDisputed: false,
    isDeviceLost: false,
    heirHolds: held('HOLDER').state.holds,
  };
  const possible = (standing: StandingNow | null) => possibleActs({ binding: replaced, ...all, standing });

  it('is all where nothing keeps it now, whatever held it when its place was taken', () =>
    expect(possible(free)).toHaveLength(4));

  it.each([
    ['its account is locked', { isAccountLocked: true }],
    ['our own people hold it', { isHeldByStaff: true }],
    ['it is disputed', { isDisputed: true }],
    ['its device is lost', { isDeviceLost: true }],
    ['what took its place is held', { heirHolds: held('RISK').state.holds }],
  ] as const)('moves no money while %s', (_, given) =>
    expect(possible({ ...free, ...given })).toEqual(['CANCEL_MANDATE']),
  );

  it('moves no money where nobody has looked', () => expect(possible(null)).toEqual(['CANCEL_MANDATE']));
});

describe('why a mandate can be cancelled and not moved', () => {
  it.each([
    ['nothing stands in the way', { ...all }, null],
    ['nothing can be done at all', { ...all, offered: [] }, null],
    ['its provider moves none', { ...all, offered: ['CANCEL_MANDATE'] as const }, 'NOT_OFFERED'],
    ['there is no other card of the provider', { ...all, hasTarget: false }, 'NO_CARD_THERE'],
    ['it is held', { ...all, binding: held('RISK'), hasTarget: false }, 'HELD'],
  ] as const)('is told where %s', (_where, facts, why) => expect(whyNoMove({ binding: bound, ...facts })).toBe(why));
});
