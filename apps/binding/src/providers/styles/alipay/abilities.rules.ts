import type { StyleAbilities } from '../../style-abilities.rules';

/** An agreement stands, is paused by Alipay, or has ended; merchants can end it and nothing else, and are told nothing of what else hangs on it. */
export const alipayAbilities = {
  kinds: ['WALLET'],
  suspends: false,
  returns: [],
  tells: ['WEBHOOK', 'POLL'],
  // A link can be signed on for a day (`effect_time`): `signing-life.ts`.
  step: { kinds: ['OPEN_LINK'], when: 'ALWAYS', daysMax: 1, inRestore: false },
  obligations: [],
  obligationActs: [],
  lends: false,
  keepsNumber: true,
  signalsRemoval: true,
  pauses: true,
  tellsUses: true,
  lists: false,
  tellsReaders: false,
  platforms: null,
  endsAgreement: true,
} as const satisfies StyleAbilities;
