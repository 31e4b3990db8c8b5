import { documents } from '../documents';
import type { BindingView, Money, Outcome, PlanView, ProviderTerms } from '../wallet-types';
import { newKey, type Connection } from './connection';
import { expectMember } from './outcome';
import type { Proofs } from './proofs';

/** What stands on a card, under the field of its kind: `{ bank: { number } }`. Any kind that the graph has, also one that came after this client. */
export type CardInput = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Binding cards, taking them off, restoring them. */
export function createBindings({ ask, mutate }: Connection, { prove }: Proofs) {
  /** What the holder agrees to; of an unknown provider there is nothing to read. */
  async function consentTo(provider: string): Promise<{ text: string; version: string }> {
    const { providers } = await ask<'providers', readonly ProviderTerms[]>(documents.providers);
    return providers.find(({ code }) => code === provider)?.terms ?? { text: 'No terms.', version: 'none' };
  }

  async function startBinding(provider: string, deviceId: string, card: CardInput): Promise<Outcome> {
    const consent = await consentTo(provider);
    return mutate(documents.startBinding, { idempotencyKey: newKey(), provider, deviceId, consent, card });
  }

  return {
    startBinding,

    /** Binds a card: start, prove, confirm. Answers the card's and the binding's id; the provider answers later. */
    async bind(provider: string, deviceId: string, card: CardInput): Promise<{ cardId: string; bindingId: string }> {
      const { binding } = expectMember<{ binding: BindingView & { card: { id: string } } }>(
        await startBinding(provider, deviceId, card),
        'StartBindingSuccess',
      );
      const proof = await prove({ action: 'BIND', subjectId: binding.id });
      expectMember(
        await mutate(documents.confirmBinding, { idempotencyKey: newKey(), bindingId: binding.id, proof }),
        'ConfirmBindingSuccess',
      );
      return { cardId: binding.card.id, bindingId: binding.id };
    },

    async preflight(bindingId: string): Promise<PlanView> {
      return (await ask<'unbindPreflight', PlanView>(documents.preflight, { id: bindingId })).unbindPreflight;
    },

    requestUnbind: (
      bindingId: string,
      plan: PlanView,
      proof: string,
      reason: string,
      acceptedFee: Money | null = plan.fee,
      idempotencyKey = newKey(),
    ): Promise<Outcome> =>
      mutate(documents.requestUnbind, {
        idempotencyKey,
        bindingId,
        planDigest: plan.digest,
        reason,
        acceptedFee,
        proof,
      }),

    requestRestore: (bindingId: string, proof: string): Promise<Outcome> =>
      mutate(documents.requestRestore, { idempotencyKey: newKey(), bindingId, proof }),

    suspend: (bindingId: string): Promise<Outcome> =>
      mutate(documents.suspendBinding, { idempotencyKey: newKey(), bindingId }),

    resume: (bindingId: string): Promise<Outcome> =>
      mutate(documents.resumeBinding, { idempotencyKey: newKey(), bindingId }),
  };
}
