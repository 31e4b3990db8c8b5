import { err, newId, ok, type Clock, type Result } from '@bindery/kernel';
import { z } from 'zod';
import { money } from '../records/credential';
import type { Providers } from '../providers/provider';
import type { SimulatorState } from '../state/simulator-state';
import type { WebhookSender } from '../webhooks/webhook-sender';

export const chargeRequest = z.strictObject({
  mandateId: z.string().min(1).max(200),
  /** That of the mandate where left out. */
  amount: money.optional(),
  /** The provider makes the mistake that none may make: it pays although the card is off or suspended, or it may not collect. */
  anyway: z.boolean().default(false),
});

export interface ChargeDeps {
  readonly providers: Providers;
  readonly state: SimulatorState;
  readonly webhooks: WebhookSender;
  readonly clock: Clock;
  readonly webhookUrl: (provider: string) => string;
}

type ChargeRefused = {
  readonly kind:
    'CREDENTIAL_UNKNOWN' | 'CREDENTIAL_NOT_ACTIVE' | 'MANDATE_UNKNOWN' | 'AMOUNT_MISSING' | 'CONSENT_MISSING';
};

/** A merchant collects by a mandate, and its provider tells of it. Refused for a card that is off or suspended, as for a mandate that is not there; by a lender that may not collect, too. */
export function chargeMandate(
  { providers, state, webhooks, clock, webhookUrl }: ChargeDeps,
  provider: string,
  reference: string,
  { mandateId, amount: asked, anyway }: z.output<typeof chargeRequest>,
): Result<{ readonly usageId: string }, ChargeRefused> {
  const credential = state.credentials.get(reference);
  if (credential?.provider !== provider) return err({ kind: 'CREDENTIAL_UNKNOWN' });
  if (!anyway && (credential.status !== 'ACTIVE' || credential.heldByProvider))
    return err({ kind: 'CREDENTIAL_NOT_ACTIVE' });
  const purpose = providers.get(provider)?.collectsBy;
  if (!anyway && purpose && !isAllowed(state, provider, reference, purpose)) return err({ kind: 'CONSENT_MISSING' });
  const mandate = state.obligations.get(reference)?.mandates.find(({ id }) => id === mandateId);
  if (!mandate) return err({ kind: 'MANDATE_UNKNOWN' });
  const amount = asked ?? mandate.amount;
  if (!amount) return err({ kind: 'AMOUNT_MISSING' });
  const usageId = newId('usage');
  const { merchant } = mandate;
  webhooks.send(provider, webhookUrl(provider), {
    type: 'usage.recorded',
    usageId,
    credentialReference: reference,
    kind: 'PAYMENT',
    place: { 'zh-CN': merchant, en: merchant },
    amount,
    at: clock.now().toISOString(),
  });
  return ok({ usageId });
}

/** Whether a lender was told that it may do so, and not that it may no longer. */
const isAllowed = (state: SimulatorState, provider: string, reference: string, purpose: string): boolean =>
  state.lendingConsents
    .all()
    .some(
      (consent) =>
        consent.provider === provider &&
        consent.credentialReference === reference &&
        consent.purpose === purpose &&
        !consent.withdrawn,
    );
