import type { Effect, Phase, Transition } from '@bindery/card-lifecycle';
import { aBinding, aProfile } from '../testing/builders';
import type { Binding } from './binding.rules';
import { nextBinding } from './next-binding.rules';
import type { RestorePolicy } from './restore-terms.rules';

const now = new Date('2026-03-01T00:00:00Z');
const step = (from: Phase, to: Phase, effects: Effect[] = []): Transition => ({
  row: 0,
  from,
  to: { phase: to, holds: [], sync: { state: 'IN_SYNC' } },
  effects,
});
const digests = { keep: (provider: string, reference: string) => `digest of ${reference} of ${provider}` };
const next = (binding: Binding, taken: Transition, policy: RestorePolicy, at: Date): Binding =>
  nextBinding(binding, taken, policy, at, digests);

describe('nextBinding', () => {
  const bank = aProfile('seaside-bank');
  const unbound = next(
    aBinding(),
    step('UNBINDING', 'UNBOUND', [{ type: 'StartRestoreWindow' }, { type: 'IssueReceipt' }]),
    bank,
    now,
  );

  it('opens the restore window at the confirmed unbind and issues a receipt', () => {
    expect(unbound).toMatchObject({
      version: 4,
      unboundAt: now,
      restorableUntil: new Date('2026-06-04T00:00:00Z'),
      deadline: new Date('2026-06-04T00:00:00Z'),
      receiptId: expect.stringMatching(/^receipt_/),
    });
  });

  it('opens the window that was promised when the unbind was asked for, whatever is granted at its end', () => {
    const asked = next(aBinding(), step('BOUND', 'UNBINDING'), bank, now);
    expect(asked.promisedRestore).toEqual({ strategy: 'REACTIVATE', windowDays: 95 });
    const less = { restore: { strategy: 'REBIND_ONLY', windowDays: null } } as const;
    const after = next(asked, step('UNBINDING', 'UNBOUND', [{ type: 'StartRestoreWindow' }]), less, now);
    expect(after).toMatchObject({
      restorableUntil: new Date('2026-06-04T00:00:00Z'),
      promisedRestore: { strategy: 'REACTIVATE', windowDays: 95 },
    });
    expect(next(asked, step('UNBINDING', 'BOUND'), less, now).promisedRestore).toBeNull();
    // Taken off by its provider, it was promised what holds at that moment.
    const removed = next(aBinding(), step('BOUND', 'UNBOUND', [{ type: 'StartRestoreWindow' }]), less, now);
    expect(removed).toMatchObject({ restorableUntil: null, promisedRestore: less.restore });
  });

  it('opens none where the provider restores nothing, and retires after the time for disputes', () => {
    const access = next(
      aBinding(),
      step('UNBINDING', 'UNBOUND', [{ type: 'StartRestoreWindow' }]),
      aProfile('cloudgate'),
      now,
    );
    expect(access).toMatchObject({ restorableUntil: null, deadline: new Date('2026-04-30T00:00:00Z') });
  });

  it('leaves the window as it was when a restore is refused', () => {
    const later = new Date('2026-03-05T00:00:00Z');
    const refused = next(
      next(unbound, step('UNBOUND', 'RESTORING'), bank, later),
      step('RESTORING', 'UNBOUND'),
      bank,
      later,
    );
    expect(refused).toMatchObject({
      version: 6,
      unboundAt: now,
      restorableUntil: unbound.restorableUntil,
      deadline: unbound.deadline,
    });
  });

  it('closes the window when the card is bound again', () => {
    expect(next(unbound, step('RESTORING', 'BOUND'), bank, now)).toMatchObject({
      boundAt: now,
      restorableUntil: null,
      deadline: null,
    });
  });

  it('keeps the day it was bound when an unbind is refused', () => {
    const binding = aBinding();
    expect(next(binding, step('UNBINDING', 'BOUND'), bank, now).boundAt).toEqual(binding.boundAt);
  });

  it('takes the deadline of an activation from its step, and forgets secrets when retired', () => {
    expect(
      next(
        aBinding(),
        step('BINDING', 'AWAITING_ACTIVATION', [{ type: 'ShowDeadline', deadline: '2026-04-01T00:00:00.000Z' }]),
        bank,
        now,
      ).deadline,
    ).toEqual(new Date('2026-04-01T00:00:00Z'));
    expect(next(unbound, step('UNBOUND', 'RETIRED', [{ type: 'PurgeSecrets' }]), bank, now)).toMatchObject({
      credentialReference: null,
      credentialDigest: 'digest of cred_1 of seaside-bank',
      deadline: null,
    });
  });

  it('keeps no digest of a name that was never told', () => {
    const nameless = aBinding(undefined, { credentialReference: null });
    const retired = next(nameless, step('UNBOUND', 'RETIRED', [{ type: 'PurgeSecrets' }]), bank, now);
    expect(retired.credentialDigest).toBeNull();
  });
});
