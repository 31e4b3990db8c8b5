import { newId } from '@bindery/kernel';
import { aBinding } from '../testing/builders';
import { refuseConfirmation, refuseDecision } from './decisions.rules';
import {
  actAtOf,
  disputablesOf,
  disputableUntil,
  isSettledBy,
  nothingBeside,
  stoodMs,
  whyNotDisputable,
  type Disputed,
} from './disputes.rules';

const now = new Date('2026-03-01T00:00:00Z');
const day = 24 * 60 * 60_000;
const ago = (days: number) => new Date(now.getTime() - days * day);
const at = (phase: 'BOUND' | 'UNBOUND' | 'RETIRED' | 'VERIFYING', more: object = {}) =>
  aBinding(undefined, {
    state: { phase, holds: [], sync: { state: 'IN_SYNC' } },
    startedAt: ago(50),
    boundAt: ago(40),
    unboundAt: phase === 'BOUND' ? null : ago(10),
    ...more,
  });
const disputed = (more: Partial<Disputed> = {}): Disputed => ({
  id: newId('dispute'),
  about: 'UNAUTHORISED_UNBIND',
  usageId: null,
  openedAt: ago(5),
  closedAt: null,
  ...more,
});
const abouts = (binding: ReturnType<typeof at>, beside = nothingBeside) =>
  disputablesOf(binding, beside, [], now).map(({ about }) => about);

describe('what can be disputed', () => {
  it('is what was done: the removal of a card that is off, the bind of one that is on', () => {
    expect(abouts(at('UNBOUND'))).toEqual(['UNAUTHORISED_UNBIND', 'IMPERSONATION']);
    expect(abouts(at('RETIRED'))).toContain('UNAUTHORISED_UNBIND');
    expect(abouts(at('BOUND'))).toEqual(['UNAUTHORISED_BIND', 'IMPERSONATION']);
    expect(abouts(at('VERIFYING', { boundAt: null, unboundAt: null }))).toEqual(['IMPERSONATION']);
    expect(actAtOf('IMPERSONATION', at('UNBOUND'))).toEqual(ago(10));
  });

  it('is a use only where there is one that is not disputed and not long ago, and each loan by its id, once', () => {
    const used = (lastUsedAt: Date) => abouts(at('BOUND'), { ...nothingBeside, lastUsedAt });
    expect(used(ago(60))).toEqual(['UNAUTHORISED_BIND', 'UNAUTHORISED_USE', 'IMPERSONATION']);
    expect(used(ago(61))).not.toContain('UNAUTHORISED_USE');
    const [one, other, old] = [newId('loan'), newId('loan'), newId('loan')];
    const loans = [
      { id: one, requestedAt: ago(3) },
      { id: other, requestedAt: ago(2) },
      { id: old, requestedAt: ago(61) },
    ];
    const open = disputed({ about: 'UNAUTHORISED_LOAN', loanId: one, openedAt: ago(1) });
    const offered = disputablesOf(at('BOUND'), { lastUsedAt: null, loans }, [open], now);
    expect(offered.filter(({ about }) => about === 'UNAUTHORISED_LOAN')).toEqual([
      { about: 'UNAUTHORISED_LOAN', loanId: other, until: disputableUntil(ago(2)) },
    ]);
  });

  it('is settled by an upheld dispute that takes the card off, but for another loan', () => {
    const [bind, loan] = [{ about: 'UNAUTHORISED_BIND' }, { about: 'UNAUTHORISED_LOAN' }] as const;
    expect(isSettledBy({ ...bind, loanId: null }, loan)).toBe(true);
    expect(isSettledBy({ ...loan, loanId: newId('loan') }, bind)).toBe(true);
    expect(isSettledBy({ ...loan, loanId: null }, loan)).toBe(true);
    expect(isSettledBy({ ...loan, loanId: newId('loan') }, loan)).toBe(false);
    expect(isSettledBy({ about: 'UNAUTHORISED_USE', loanId: null }, bind)).toBe(false);
    expect(isSettledBy({ ...bind, loanId: null }, { about: 'UNAUTHORISED_USE' })).toBe(false);
  });

  it('is so for sixty days, to the moment', () => {
    const actAt = ago(60);
    expect(disputableUntil(actAt)).toEqual(now);
    const wish = { about: 'UNAUTHORISED_UNBIND', usageId: null, actAt } as const;
    expect(whyNotDisputable(wish, [], now)).toBeNull();
    expect(whyNotDisputable(wish, [], new Date(now.getTime() + 1))).toEqual({
      kind: 'TOO_LATE_TO_DISPUTE',
      until: now,
    });
  });

  it('is once for each act: an open dispute and a decided one stand in the way, one of an earlier act does not', () => {
    const wish = { about: 'UNAUTHORISED_UNBIND', usageId: null, actAt: ago(10) } as const;
    expect(whyNotDisputable(wish, [disputed()], now)).toMatchObject({ kind: 'ALREADY_DISPUTED', open: true });
    const closed = disputed({ closedAt: ago(2) });
    expect(whyNotDisputable(wish, [closed], now)).toMatchObject({ kind: 'ALREADY_DISPUTED', open: false });
    expect(whyNotDisputable(wish, [disputed({ openedAt: ago(30), closedAt: ago(20) })], now)).toBeNull();
    expect(whyNotDisputable(wish, [disputed({ about: 'IMPERSONATION' })], now)).toBeNull();
  });

  it('keeps the restore clock standing since the unbind or the dispute, whichever came later', () => {
    expect(stoodMs(ago(5), ago(10), now)).toBe(5 * day);
    expect(stoodMs(ago(10), ago(5), now)).toBe(5 * day);
    expect(stoodMs(ago(5), null, now)).toBe(0);
  });
});

describe('who decides', () => {
  const accountId = newId('account');
  const agentId = newId('account');
  const none: ReadonlySet<typeof agentId> = new Set();
  const proposal = { id: newId('decision'), decidedBy: newId('account') };
  const proposed = { accountId, state: 'PROPOSED' } as const;

  it('is somebody who has no part in it, of what is open', () => {
    expect(refuseDecision({ accountId, state: 'OPEN' }, { agentId, actors: none })).toBeNull();
    expect(refuseDecision({ accountId, state: 'OPEN' }, { agentId: accountId, actors: none })).toMatchObject({
      reason: 'OWN_ACCOUNT',
    });
    expect(refuseDecision({ accountId, state: 'OPEN' }, { agentId, actors: new Set([agentId]) })).toMatchObject({
      reason: 'ACTED_ON_IT',
    });
    for (const state of ['PROPOSED', 'AWAITING_PROOF', 'UPHELD', 'REJECTED'] as const)
      expect(refuseDecision({ accountId, state }, { agentId, actors: none })).toEqual({ kind: 'DISPUTE_MOVED', state });
  });

  it('is another than who proposed, about the proposal that they read', () => {
    const who = { agentId, actors: none, decisionId: proposal.id };
    expect(refuseConfirmation(proposed, proposal, who)).toBeNull();
    expect(refuseConfirmation(proposed, { ...proposal, decidedBy: agentId }, who)).toMatchObject({
      reason: 'PROPOSED_IT',
    });
    expect(refuseConfirmation(proposed, proposal, { ...who, decisionId: newId('decision') })).toMatchObject({
      kind: 'DISPUTE_MOVED',
    });
    expect(refuseConfirmation({ ...proposed, state: 'OPEN' }, proposal, who)).toMatchObject({ kind: 'DISPUTE_MOVED' });
    expect(refuseConfirmation(proposed, proposal, { ...who, agentId: accountId })).toMatchObject({
      reason: 'OWN_ACCOUNT',
    });
  });
});
