import type { SimulatorState } from '../state/simulator-state';
import type { Credential } from '../records/credential';

export interface ShownCredential extends Credential {
  readonly lastFour: string;
  readonly brand?: string;
  readonly site?: string;
}

/** Credentials with what is known of their cards, newest first. */
export function listCredentials(state: SimulatorState, limit: number): ShownCredential[] {
  return state.credentials
    .newestFirst()
    .slice(0, limit)
    .map((credential) => {
      const card = state.cards.get(credential.token);
      return { ...credential, lastFour: card?.lastFour ?? '', brand: card?.brand, site: card?.site };
    });
}
