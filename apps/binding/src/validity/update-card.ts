import type { UnitOfWork } from '@bindery/persistence';
import { lockBinding, saveCard, type NamedCredentials, type Transitions } from '../lifecycle';
import type { KeepValidity } from './validity-holds';
import { updatedCard, type CardUpdate } from './validity.rules';

export interface ProviderCardUpdate extends CardUpdate {
  readonly provider: string;
  readonly credentialReference: string;
}

type UpdateOutcome = 'APPLIED' | 'STALE' | 'UNKNOWN_SUBJECT';
export type UpdateCard = (update: ProviderCardUpdate) => Promise<UpdateOutcome>;

interface UpdateCardDeps {
  readonly unitOfWork: UnitOfWork;
  readonly transitions: Transitions;
  readonly credentials: NamedCredentials;
  readonly keepValidity: KeepValidity;
}

/** An issuer has renewed a card: what is bound stays bound, under the new token and expiry, and a hold for the old expiry goes. */
export function createUpdateCard({ unitOfWork, transitions, credentials, keepValidity }: UpdateCardDeps): UpdateCard {
  return ({ provider, credentialReference, ...update }) =>
    unitOfWork.run(async (tx) => {
      const binding = await credentials.find(tx, provider, credentialReference);
      const locked = binding && (await lockBinding(tx, binding.id));
      if (!locked) return 'UNKNOWN_SUBJECT';
      const card = updatedCard(locked.card, update);
      if (!card) return 'STALE';
      const reissued = card.lastFour !== locked.card.lastFour || card.token !== locked.card.token;
      const taken = await transitions.take(
        tx,
        locked,
        { type: 'CardUpdated', actor: 'PROVIDER' },
        { channel: 'PROVIDER_WEBHOOK', update: { expiresOn: card.expiresOn, reissued } },
      );
      if (!taken.ok) return 'STALE';
      await saveCard(tx, card);
      const renewed = await lockBinding(tx, locked.binding.id);
      if (renewed) await keepValidity(tx, renewed);
      return 'APPLIED';
    });
}
