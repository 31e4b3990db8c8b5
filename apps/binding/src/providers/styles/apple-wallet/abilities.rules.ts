import type { StyleAbilities } from '../../style-abilities.rules';

/** A pass that the platform issues and a phone adds: it can be shown as suspended, and never becomes valid again once it is void. Only iPhones and what belongs to them have the app. */
export const appleWalletAbilities = {
  kinds: ['PASS'],
  suspends: true,
  returns: ['REPROVISION'],
  tells: ['WEBHOOK', 'POLL'],
  step: { kinds: ['OPEN_LINK'], when: 'ALWAYS', daysMax: null, inRestore: true },
  obligations: [],
  obligationActs: [],
  lends: false,
  keepsNumber: true,
  signalsRemoval: true,
  pauses: false,
  tellsUses: false,
  lists: false,
  tellsReaders: false,
  platforms: ['IOS'],
  endsAgreement: false,
} as const satisfies StyleAbilities;
