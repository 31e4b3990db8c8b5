import type { StyleAbilities } from '../../style-abilities.rules';

/** An address that was proved by a signature: nobody is asked, nobody tells anything, and nothing is suspended or found out. */
export const selfCustodyAbilities = {
  kinds: ['CRYPTO_ADDRESS'],
  suspends: false,
  returns: ['REPROVISION'],
  tells: ['SYNCHRONOUS', 'POLL'],
  // Challenges are kept for a day longer: `challengeDays`.
  step: { kinds: ['SIGN_MESSAGE'], when: 'ALWAYS', daysMax: 30, inRestore: false, signsOurText: true },
  obligations: [],
  obligationActs: [],
  lends: false,
  keepsNumber: true,
  signalsRemoval: false,
  pauses: false,
  tellsUses: false,
  lists: false,
  tellsReaders: false,
  platforms: null,
  endsAgreement: false,
} as const satisfies StyleAbilities;
