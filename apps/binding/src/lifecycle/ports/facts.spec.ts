import type { EntityManager } from 'typeorm';
import { transition } from '@bindery/card-lifecycle';
import { aBinding } from '../../testing/builders';
import { defaultFacts } from './default-facts';
import { aboutBinding, always, mergeFacts, type FactPart } from './facts';

const tx = {} as EntityManager;
const review = { reviewDeadline: always(null) } satisfies FactPart;
const standing = { accountInGoodStanding: always(true) } satisfies FactPart;
const consent = { consentRecorded: always(true) } satisfies FactPart;
const slot = { slotFree: always(true) } satisfies FactPart;
const unbound = aBinding(undefined, { state: { phase: 'UNBOUND', holds: [], sync: { state: 'IN_SYNC' } } });
const subject = aboutBinding(unbound);
const lapse = { type: 'Lapse', actor: 'SYSTEM', deadlinePassed: true } as const;

const defaults = { ...defaultFacts, disputeOpen: always(false) };

describe('facts', () => {
  it('that no feature knows are answered by default: nobody disputes, so a binding lapses', async () => {
    const trigger = await mergeFacts(defaults, [standing, review, consent, slot]).complete(tx, lapse, subject);
    expect(trigger).toEqual({ ...lapse, disputeOpen: false, retentionDuty: false });
    expect(transition(unbound.state, trigger)).toMatchObject({ ok: true, value: { to: { phase: 'RETIRED' } } });
  });

  it('of a feature take the place of the default, about the binding at hand', async () => {
    const disputes = { disputeOpen: jest.fn(always(true)) } satisfies FactPart;
    const trigger = await mergeFacts(defaults, [standing, review, consent, slot, disputes]).complete(
      tx,
      lapse,
      subject,
    );
    expect(disputes.disputeOpen).toHaveBeenCalledWith(tx, [subject]);
    expect(transition(unbound.state, trigger)).toMatchObject({ ok: false });
  });

  it('cannot be made up by whoever takes the step', async () => {
    const made = { ...lapse, disputeOpen: false };
    const disputes = { disputeOpen: always(true) } satisfies FactPart;
    const { complete } = mergeFacts(defaults, [standing, review, consent, slot, disputes]);
    expect(await complete(tx, made, subject)).toMatchObject({ disputeOpen: true });
  });

  it('of an account refuse a start', async () => {
    const bad = { accountInGoodStanding: always(false) } satisfies FactPart;
    const start = { type: 'StartBinding', actor: 'HOLDER', withinProviderLimit: true } as const;
    const about = { accountId: unbound.accountId, binding: null, slot: unbound, consentId: null };
    const trigger = await mergeFacts(defaults, [bad, review, consent, slot]).complete(tx, start, about);
    expect(transition(null, trigger)).toMatchObject({ ok: false, error: { guard: 'accountInGoodStanding' } });
  });

  it('do not compose, nor compile, while nobody answers one', () => {
    // @ts-expect-error nobody knows of consents
    expect(() => mergeFacts(defaults, [standing, review, slot])).toThrow('nobody answers the fact consentRecorded');
  });

  it('do not compose while two features know the same one', () => {
    expect(() => mergeFacts(defaults, [standing, review, consent, slot], [standing])).toThrow(
      'two features know the fact accountInGoodStanding',
    );
  });
});
