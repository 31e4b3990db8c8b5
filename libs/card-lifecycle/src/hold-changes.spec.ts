import { actors } from './actors';
import { holdOwners, speaksFor, voicesOf } from './holds';
import { livePhases } from './phases';
import { isUsable } from './state';
import { play, refusalOf } from './testing/play';
import { bound, diverged, hold, operation, pending, stateIn, synced, unknown } from './testing/sample-states';
import { fittingTrigger, trigger } from './testing/sample-triggers';

const frozen = hold('HOLDER', 'FROZEN');
const risk = hold('RISK');
const providers = hold('PROVIDER');
const suspend = operation('SUSPEND');
const resume = operation('RESUME');
const lifting = { ...resume, lifts: { owner: 'HOLDER', reason: 'FROZEN' } } as const;
const freeze = trigger('AddHold', 'HOLDER', { hold: frozen, operation: suspend });
const unfreeze = trigger('LiftHold', 'HOLDER', { operation: resume });
const riskHolds = (op = operation('SUSPEND', 'SUSPEND-2')) => trigger('AddHold', 'RISK', { hold: risk, operation: op });
const resumed = trigger('ProviderConfirmed', 'PROVIDER', { operationId: resume.id, operationKind: 'RESUME' });

describe('a hold', () => {
  it.each(holdOwners)('of %s is laid and lifted by those who speak for it and by nobody else', (owner) => {
    for (const actor of actors) {
      const speaks = (voicesOf[owner] as readonly string[]).includes(actor);
      const added = refusalOf(bound(), trigger('AddHold', actor, { hold: hold(owner) }));
      const lifted = refusalOf(bound([hold(owner)]), trigger('LiftHold', actor, { owner, reason: 'BECAUSE' }));
      expect([added, lifted].every((refusal) => refusal === undefined)).toBe(speaks);
      expect(speaksFor(actor, owner)).toBe(speaks);
    }
  });

  it.each(livePhases)('may be laid and lifted in %s, whatever else holds', (phase) => {
    const state = stateIn(phase, [risk, providers]);
    const expired = hold('VALIDITY', 'EXPIRED');
    const held = play(state, trigger('AddHold', 'SYSTEM', { hold: expired }));
    expect(held).toMatchObject({ row: 12, to: { phase, holds: [risk, providers, expired], sync: state.sync } });
    const { owner, reason } = expired;
    expect(play(held.to, trigger('LiftHold', 'SYSTEM', { owner, reason })).to).toEqual(state);
  });

  it('of a holder is laid and lifted while the card is on, or on its way there or off, and nowhere else', () => {
    const taken = (phase: (typeof livePhases)[number]) => [
      refusalOf(stateIn(phase), trigger('AddHold', 'HOLDER', { hold: frozen })),
      refusalOf(stateIn(phase, [frozen]), trigger('LiftHold', 'HOLDER')),
    ];
    for (const phase of ['BINDING', 'AWAITING_ACTIVATION', 'BOUND', 'UNBINDING', 'RESTORING'] as const)
      expect(taken(phase)).toEqual([undefined, undefined]);
    for (const phase of ['VERIFYING', 'IN_REVIEW', 'UNBOUND'] as const)
      expect(taken(phase)).toEqual(['holderHoldsWhatIsOn', 'holderHoldsWhatIsOn']);
  });

  it('laid twice for the same reason is one, since the first time; for two reasons it is two', () => {
    const again = trigger('AddHold', 'HOLDER', { hold: { ...frozen, since: '2026-02-02T00:00:00Z' } });
    expect(play(bound([frozen]), again)).toMatchObject({ to: { holds: [frozen] }, effects: [] });
    const other = hold('HOLDER', 'TRAVELLING');
    expect(play(bound([frozen]), trigger('AddHold', 'HOLDER', { hold: other })).to.holds).toEqual([frozen, other]);
    expect(play(bound([frozen, other]), trigger('LiftHold', 'HOLDER')).to.holds).toEqual([other]);
  });
});

describe('a hold at a provider that suspends natively', () => {
  it('blocks here first and tells the provider second', () => {
    const { to, effects } = play(bound(), freeze);
    expect(isUsable(to)).toBe(false);
    expect(to).toEqual(bound([frozen], pending(suspend)));
    expect(effects).toContainEqual({ type: 'SendOperation', operation: suspend });
    expect(play(to, fittingTrigger(to, 'ProviderConfirmed', 'PROVIDER')).to).toEqual(bound([frozen]));
  });

  it('is lifted only when the provider has resumed', () => {
    const asked = play(bound([frozen]), unfreeze);
    expect(asked.to).toEqual(bound([frozen], pending(lifting)));
    expect(asked.effects).toEqual([{ type: 'SendOperation', operation: lifting }]);
    const done = play(asked.to, resumed);
    expect(done).toMatchObject({ row: 12, to: bound(), effects: [{ type: 'ReturnDefault' }] });
  });

  it('stays when the provider refuses to resume', () => {
    const asked = play(bound([frozen]), unfreeze).to;
    expect(play(asked, fittingTrigger(asked, 'ProviderRefused', 'PROVIDER')).to).toEqual(bound([frozen]));
  });

  it('blocks here even when the provider refuses to suspend, and becomes a case', () => {
    const asked = play(bound(), freeze).to;
    const { to, effects } = play(asked, fittingTrigger(asked, 'ProviderRefused', 'PROVIDER'));
    expect(to).toEqual(bound([frozen], diverged('SUSPENDED', 'ACTIVE')));
    expect(effects).toContainEqual({ type: 'OpenCase', about: 'REFUSED' });
  });

  it('that comes while a RESUME is on its way overtakes it: the late yes lifts nothing', () => {
    const overtaken = play(bound([frozen]), unfreeze, riskHolds()).to;
    expect(overtaken).toEqual(bound([frozen, risk], pending(operation('SUSPEND', 'SUSPEND-2'))));
    expect(refusalOf(overtaken, resumed)).toBe('STALE_PROVIDER_MESSAGE');
  });

  it('that its owner lays again before the answer stays, with or without a new SUSPEND', () => {
    const again = play(bound([frozen]), unfreeze, freeze).to;
    expect(again).toEqual(bound([frozen], pending(suspend)));
    const quietly = play(bound([frozen]), unfreeze, trigger('AddHold', 'HOLDER', { hold: frozen })).to;
    expect(quietly).toEqual(bound([frozen], pending(resume)));
    const answered = play(quietly, resumed);
    expect(answered).toMatchObject({ to: bound([frozen]), effects: [{ type: 'ReapplyHolds' }] });
  });

  it('tells the provider of the first and the last hold of ours only, never of its own', () => {
    expect(play(bound([frozen]), riskHolds()).to).toEqual(bound([frozen, risk]));
    expect(play(bound([frozen, risk]), unfreeze).to).toEqual(bound([risk]));
    const own = trigger('AddHold', 'PROVIDER', { hold: providers, operation: suspend });
    expect(play(bound(), own).to).toEqual(bound([providers]));
    expect(play(bound([providers]), freeze).to.sync).toEqual(pending(suspend));
    expect(play(bound([frozen, providers]), unfreeze).to.sync).toEqual(pending(lifting));
    const lifted = trigger('LiftHold', 'PROVIDER', { owner: 'PROVIDER', reason: 'BECAUSE', operation: resume });
    expect(play(bound([providers]), lifted).to).toEqual(bound());
  });

  it('asked twice to be lifted is asked at the provider once', () => {
    const second = trigger('LiftHold', 'HOLDER', { operation: operation('RESUME', 'RESUME-2') });
    expect(play(bound([frozen]), unfreeze, second)).toMatchObject({
      to: bound([frozen], pending(lifting)),
      effects: [],
    });
  });

  it('does not send while the provider is in doubt: blocked here, told by healing', () => {
    for (const sync of [unknown(suspend), diverged('ACTIVE', 'SUSPENDED')])
      expect(play(bound([], sync), riskHolds()).to).toEqual(bound([risk], sync));
    expect(refusalOf(bound([frozen], unknown(suspend)), unfreeze)).toBe('providerCanBeTold');
  });

  it('lifted out of a divergence brings the doubt back when the provider refuses', () => {
    const asked = play(bound([frozen], diverged('SUSPENDED', 'LOCKED')), unfreeze).to;
    expect(play(asked, resumed).to).toEqual(bound([], synced));
    const refused = play(asked, fittingTrigger(asked, 'ProviderRefused', 'PROVIDER'));
    expect(refused.to).toEqual(bound([frozen], diverged('SUSPENDED', 'LOCKED')));
    expect(refused.effects).toContainEqual({ type: 'QueryProvider' });
  });

  it('cannot be lifted while an unbinding is on its way, for the provider could not be told', () => {
    const unbinding = stateIn('UNBINDING', [frozen]);
    expect(refusalOf(unbinding, unfreeze)).toBe('providerCanBeTold');
    expect(play(unbinding, trigger('LiftHold', 'HOLDER')).to.holds).toEqual([]);
    expect(play(stateIn('UNBINDING', [frozen, risk]), unfreeze).to.holds).toEqual([risk]);
  });
});

describe('unbinding a held card', () => {
  it('never lifts a hold when it is refused: the holds are those of now', () => {
    const unbinding = play(bound([frozen]), fittingTrigger(bound(), 'RequestUnbind', 'HOLDER')).to;
    const more = play(unbinding, trigger('AddHold', 'RISK', { hold: risk })).to;
    expect(play(more, fittingTrigger(more, 'ProviderRefused', 'PROVIDER')).to).toEqual(bound([frozen, risk]));
  });

  it('leaves a card that was never activated unusable when it is refused, until the provider lifts that', () => {
    const waiting = stateIn('AWAITING_ACTIVATION');
    const unbinding = play(waiting, fittingTrigger(waiting, 'RequestUnbind', 'HOLDER')).to;
    const back = play(unbinding, fittingTrigger(unbinding, 'ProviderRefused', 'PROVIDER')).to;
    expect(back).toEqual(bound([hold('PROVIDER', 'NOT_ACTIVATED')]));
    const lift = trigger('LiftHold', 'PROVIDER', { owner: 'PROVIDER', reason: 'NOT_ACTIVATED' });
    expect(isUsable(play(back, lift).to)).toBe(true);
  });

  it('leaves a revoked card unusable when it is refused', () => {
    const revoking = play(bound(), trigger('Revoke', 'SYSTEM')).to;
    const back = play(revoking, fittingTrigger(revoking, 'ProviderRefused', 'PROVIDER')).to;
    expect(back).toEqual(bound([hold('DISPUTE', 'REVOKED')]));
  });
});
