import { err, newId, ok, type Result } from '@bindery/kernel';
import { z } from 'zod';
import type { RemoveDeps } from './remove-credential';

/** What an issuer says of a card that it has sent its customer anew. */
export const renewalRequest = z.object({
  expiresOn: z.iso.date(),
  lastFour: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
});
export type Renewal = z.infer<typeof renewalRequest>;

export interface RenewedCard {
  readonly credentialReference: string;
  readonly token: string;
  readonly lastFour: string;
  readonly expiresOn: string;
}

/** A new card for the same account: another expiry, maybe another number; what is bound goes on under a new token. */
export function renewCard(
  { state, webhooks, webhookUrl }: RemoveDeps,
  provider: string,
  reference: string,
  { expiresOn, lastFour }: Renewal,
): Result<RenewedCard, { kind: 'CREDENTIAL_UNKNOWN' }> {
  const credential = state.credentials.get(reference);
  const card = state.cards.get(credential?.token ?? '');
  if (!card || credential?.provider !== provider || credential.status === 'ABSENT')
    return err({ kind: 'CREDENTIAL_UNKNOWN' });
  const token = lastFour === undefined ? card.token : newId('tok');
  const renewed = { ...card, token, lastFour: lastFour ?? card.lastFour };
  state.cards.put(token, renewed);
  state.credentials.put(reference, { ...credential, token });
  const told = { credentialReference: reference, token, lastFour: renewed.lastFour, expiresOn };
  webhooks.send(provider, webhookUrl(provider), { type: 'credential.updated', ...told });
  return ok(told);
}
