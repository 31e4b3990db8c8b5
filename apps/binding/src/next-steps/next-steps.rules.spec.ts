import { newId } from '@bindery/kernel';
import { type BindingState, type Hold, type Phase, phases } from '@bindery/card-lifecycle';
import { aProfile } from '../testing/builders';
import { nextSteps, proofAsked } from './next-steps.rules';
import { nothingOffered, offersOf } from './offers.rules';

const now = new Date('2026-01-01T00:00:00Z');
const later = new Date('2026-01-02T00:00:00Z');
const bank = aProfile('seaside-bank');
const bound = (holds: Hold[] = [], sync: BindingState['sync'] = { state: 'IN_SYNC' }): BindingState => ({
  phase: 'BOUND',
  holds,
  sync,
});
const hold = (owner: Hold['owner']): Hold => ({ owner, reason: 'X', since: now.toISOString() });
const codes = (state: BindingState, profile = bank) =>
  nextSteps({ state, deadline: null, offers: nothingOffered, now, support: true }, profile).map(({ code }) => code);

interface Look {
  readonly phase?: Phase;
  readonly restorableUntil?: Date;
  readonly at?: Date;
  readonly disputeOpen?: boolean;
  readonly slotFree?: boolean;
  readonly couldBind?: boolean;
  readonly profile?: typeof bank;
}

/** Everything that is offered of one binding, as the resolvers ask. */
function whenOff({ phase = 'UNBOUND', restorableUntil = later, profile = bank, ...look }: Look) {
  const { at = now, disputeOpen = false, slotFree = true, couldBind = true } = look;
  const state: BindingState = { phase, holds: [], sync: { state: 'IN_SYNC' } };
  const offers = offersOf({ state, restorableUntil }, profile, { disputeOpen, slotFree, couldBind }, at);
  return {
    restorable: offers.restore,
    proof: proofAsked(state, offers),
    steps: nextSteps({ state, deadline: null, offers, now: at, support: true }, profile),
  };
}
const rebind = { code: 'REBIND' };

describe('nextSteps', () => {
  it('answers something in every phase but REPLACED, while the card is not bound again', () => {
    for (const phase of phases) expect(whenOff({ phase }).steps.length > 0).toBe(phase !== 'REPLACED');
  });

  it.each([
    ['usable', bound(), ['USE_CARD', 'SUSPEND', 'UNBIND']],
    ['suspended by its holder', bound([hold('HOLDER')]), ['RESUME', 'UNBIND']],
    ['expired', bound([hold('VALIDITY')]), ['CONTACT_SUPPORT', 'SUSPEND', 'UNBIND']],
    ['blocked by others', bound([hold('RISK')]), ['CONTACT_SUPPORT', 'SUSPEND', 'UNBIND']],
    [
      'in doubt',
      bound([], {
        state: 'UNKNOWN',
        operation: { id: newId('operation'), kind: 'SUSPEND', deadline: later.toISOString() },
      }),
      ['WAIT_FOR_PROVIDER', 'SUSPEND', 'UNBIND'],
    ],
  ])('of a bound card that is %s', (_, state, expected) => expect(codes(state)).toEqual(expected));

  it('offers no suspension where holders may not suspend', () => {
    expect(codes(bound(), aProfile('seaside-bank', { suspend: { mode: 'NONE', by: [] } }))).toEqual([
      'USE_CARD',
      'UNBIND',
    ]);
  });

  it('offers to restore while a request would be taken: to the very end of the window', () => {
    for (const at of [now, later])
      expect(whenOff({ at })).toEqual({
        restorable: { until: later, extendedByDispute: false, strategy: 'REACTIVATE' },
        proof: 'RESTORE',
        steps: [{ code: 'RESTORE', until: later }, rebind],
      });
  });

  it('shows nothing to restore once the window is over, even before the binding is retired', () => {
    expect(whenOff({ restorableUntil: now, at: later })).toEqual({ restorable: null, proof: null, steps: [rebind] });
  });

  it.each([
    ['before the end of the window', now, later],
    ['after it', later, now],
  ])('offers to restore with no date while a dispute is open, %s', (_, at, restorableUntil) => {
    expect(whenOff({ restorableUntil, at, disputeOpen: true })).toEqual({
      restorable: { until: restorableUntil, extendedByDispute: true, strategy: 'REACTIVATE' },
      proof: 'RESTORE',
      steps: [{ code: 'RESTORE' }, rebind],
    });
  });

  it('does not offer what the provider has ceased to do since the unbind', () => {
    const profile = aProfile('seaside-bank', { restore: { strategy: 'REBIND_ONLY', windowDays: null } });
    expect(whenOff({ profile })).toEqual({ restorable: null, proof: null, steps: [rebind] });
  });

  it.each(['UNBOUND', 'DECLINED', 'RETIRED'] as const)(
    'offers nothing in %s when the card is bound again on the device, for all of it would be refused',
    (phase) => {
      const nothing = { restorable: null, proof: null, steps: [] };
      expect(whenOff({ phase, slotFree: false })).toEqual(nothing);
      expect(whenOff({ phase, slotFree: false, at: new Date(later.getTime() + 1), disputeOpen: true })).toEqual(
        nothing,
      );
    },
  );
});

describe('proofAsked', () => {
  it('is the proof of what the holder can do in each phase, and none where nothing waits for them', () =>
    expect(Object.fromEntries(phases.map((phase) => [phase, whenOff({ phase }).proof]))).toEqual({
      VERIFYING: 'BIND',
      IN_REVIEW: null,
      BINDING: null,
      AWAITING_ACTIVATION: null,
      BOUND: 'UNBIND',
      UNBINDING: null,
      UNBOUND: 'RESTORE',
      RESTORING: null,
      DECLINED: null,
      REPLACED: null,
      RETIRED: null,
    }));
});
