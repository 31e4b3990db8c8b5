import type { StyleAbilities } from '../../style-abilities.rules';

/** A contract of 委托代扣 is signed or has ended, and knows no pause; a new one has another number. */
export const weChatPayAbilities = {
  kinds: ['WALLET'],
  suspends: false,
  returns: [],
  tells: ['WEBHOOK', 'POLL'],
  // A page is open for ten minutes; as long as the holder may still sign, another is asked for under the same number.
  step: { kinds: ['OPEN_LINK'], when: 'ALWAYS', daysMax: null, inRestore: false },
  obligations: [],
  obligationActs: [],
  lends: false,
  keepsNumber: false,
  signalsRemoval: true,
  pauses: false,
  tellsUses: true,
  lists: false,
  tellsReaders: false,
  platforms: null,
  endsAgreement: true,
} as const satisfies StyleAbilities;
