import type { KeyedDigests } from '../../lifecycle/credentials/keyed-digest.rules';
import type { CardIdentity } from '../../providers/kinds/card-kind.rules';

export interface CardFingerprints {
  /** The fingerprint to keep, made with the current key: `<kid>.<base64url>`. */
  keep(card: CardIdentity): string;
  /** The fingerprints under all known keys, current first: the same card is the one whose kept fingerprint is among them. */
  lookUp(card: CardIdentity): readonly string[];
}

/** Tells whether two cards are the same one without keeping the number. */
export const createCardFingerprints = ({ keep, lookUp }: KeyedDigests): CardFingerprints => ({
  keep: (card) => keep(card.reveal()),
  lookUp: (card) => lookUp(card.reveal()),
});
