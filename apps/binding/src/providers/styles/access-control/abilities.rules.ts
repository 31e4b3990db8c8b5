import type { StyleAbilities } from '../../style-abilities.rules';

/** Memberships and the doors that they open: invited by a code, suspended where the site can, told of by messages; what has gone is invited anew. */
export const accessControlAbilities = {
  kinds: ['ACCESS_CARD'],
  suspends: true,
  returns: [],
  tells: ['WEBHOOK', 'POLL'],
  step: { kinds: ['ENTER_CODE'], when: 'SOMETIMES', daysMax: null, inRestore: false },
  obligations: [],
  obligationActs: [],
  lends: false,
  keepsNumber: false,
  signalsRemoval: true,
  pauses: true,
  tellsUses: true,
  lists: true,
  tellsReaders: true,
  platforms: null,
  endsAgreement: false,
} as const satisfies StyleAbilities;
