import { obligationActKinds } from '../../connector.rules';
import { obligationKinds, type StyleAbilities } from '../../style-abilities.rules';

/** All that the generic protocol has a request, an answer or a message for. What comes back is what was there: it has no way to say of a new credential whose it is. */
export const genericAbilities = {
  kinds: null,
  suspends: true,
  returns: ['REACTIVATE'],
  // A request is taken first, and told of when it is done.
  tells: ['WEBHOOK', 'POLL'],
  step: { kinds: ['AT_PROVIDER', 'ENTER_CODE'], when: 'SOMETIMES', daysMax: null, inRestore: false },
  obligations: obligationKinds,
  obligationActs: obligationActKinds,
  lends: true,
  keepsNumber: true,
  signalsRemoval: true,
  pauses: true,
  tellsUses: true,
  lists: true,
  tellsReaders: false,
  platforms: null,
  endsAgreement: false,
} as const satisfies StyleAbilities;
