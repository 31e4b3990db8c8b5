import { err, faultOfText, newId, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import type { Once } from '@bindery/persistence';
import type { Viewer } from '@bindery/trust';
import { agreedTerms, type ShownTerms } from '../bind';
import type { AllowedPurpose, Catalogue } from '../catalogue';
import { listConsentsInForce, type RecordConsent } from '../consents';
import { lockBinding, type Transitions } from '../lifecycle';
import type { GiveConsentError } from './given-consents.errors';
import { tellProvider } from './tell-provider';

interface GiveConsentCommand {
  readonly viewer: Viewer;
  readonly idempotencyKey: string;
  readonly bindingId: Id<'binding'>;
  readonly purpose: AllowedPurpose;
  /** As the holder says that they were shown. */
  readonly consent: ShownTerms;
}

type Outcome = Result<{ readonly consentId: Id<'consent'> }, GiveConsentError>;
export type GiveConsent = (command: GiveConsentCommand) => Promise<Outcome>;

interface GiveConsentDeps {
  readonly once: Once;
  readonly transitions: Pick<Transitions, 'refuse'>;
  readonly recordConsent: RecordConsent;
  readonly catalogue: Pick<Catalogue, 'profileOf'>;
  readonly clock: Clock;
}

/**
 * The holder allows the provider of a bound card one thing more, in the words that were shown. What is allowed already in these
 * stays as it was given; newer words are agreed to anew, beside the earlier ones.
 */
export function createGiveConsent({
  once,
  transitions,
  recordConsent,
  catalogue,
  clock,
}: GiveConsentDeps): GiveConsent {
  return async ({ viewer: { accountId }, idempotencyKey, bindingId, purpose, consent: { text, version } }) => {
    const fault = faultOfText('consent.text', text, 10_000) ?? faultOfText('consent.version', version, 64);
    if (fault) return err(fault);
    const request = { bindingId, purpose, version, text };
    return once(
      { owner: accountId, operation: 'giveConsent', idempotencyKey, request },
      async (tx): Promise<Outcome> => {
        const locked = await lockBinding(tx, bindingId, accountId);
        if (!locked) return err({ kind: 'NOT_FOUND' });
        const { binding } = locked;
        const profile = catalogue.profileOf(binding.provider);
        const terms = profile.purposes?.find(({ code }) => code === purpose);
        if (!terms) return err({ kind: 'PURPOSE_UNKNOWN' });
        if (binding.state.phase !== 'BOUND') return err(await transitions.refuse(tx, binding));
        const agreed = agreedTerms({ text, version }, terms);
        if (!agreed) return err({ kind: 'TERMS_CHANGED', terms });
        const inForce = await listConsentsInForce(tx, bindingId);
        const given = inForce.find((one) => one.purpose === purpose && one.version === agreed.version);
        if (given) return ok({ consentId: given.id });
        const at = clock.now();
        const id = newId('consent', at.getTime());
        const recorded = { id, accountId, bindingId, provider: binding.provider, purpose, ...agreed, recordedAt: at };
        await recordConsent(tx, recorded, profile.name);
        await tellProvider(tx, recorded, locked, { catalogue, clock }, 'GIVE_CONSENT');
        return ok({ consentId: id });
      },
    );
  };
}
