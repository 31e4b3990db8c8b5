import { documents } from '../documents';
import type {
  ObligationActKind,
  ObligationActView,
  ObligationOfferView,
  ObligationsView,
  Outcome,
} from '../wallet-types';
import { newKey, type Connection } from './connection';
import type { Proofs } from './proofs';

const documentOf: Readonly<Record<ObligationActKind, string>> = {
  CANCEL_MANDATE: documents.cancelMandate,
  MOVE_MANDATE: documents.moveMandate,
  SETTLE_PENDING: documents.settlePending,
  WITHDRAW_BALANCE: documents.withdrawBalance,
};

/** What hangs on cards, what is done about it, and the order in which cards pay. */
export function createObligationActs({ ask, mutate }: Connection, { prove }: Proofs) {
  return {
    /** Null where the provider does not say now. */
    async obligations(bindingId: string): Promise<ObligationsView | null> {
      const document = documents.obligations;
      type Read = { readonly obligations: ObligationsView | null };
      return (await ask<'binding', Read>(document, { id: bindingId })).binding.obligations;
    },

    /** What was asked for, the newest first. */
    async obligationActs(bindingId: string): Promise<readonly ObligationActView[]> {
      type Read = { readonly obligationActs: readonly ObligationActView[] };
      return (await ask<'binding', Read>(documents.obligations, { id: bindingId })).binding.obligationActs;
    },

    /** Proves and asks for what was offered, agreeing to its words where it has some. */
    async takeOffer(bindingId: string, { kind, digest, consentText }: ObligationOfferView): Promise<Outcome> {
      const proof = await prove({ action: kind, subjectId: bindingId, planDigest: digest });
      const consent = consentText === null ? {} : { consent: { text: consentText } };
      return mutate(documentOf[kind], { idempotencyKey: newKey(), bindingId, planDigest: digest, proof, ...consent });
    },

    setPaymentOrder: (cardIds: readonly string[]): Promise<Outcome> =>
      mutate(documents.setPaymentOrder, { idempotencyKey: newKey(), cardIds }),

    /** Ids of the cards that can pay, the default first. */
    async paymentOrder(): Promise<string[]> {
      type Read = { readonly paymentOrder: readonly { readonly id: string }[] };
      return (await ask<'viewer', Read>(documents.paymentOrder)).viewer.paymentOrder.map(({ id }) => id);
    },
  };
}
