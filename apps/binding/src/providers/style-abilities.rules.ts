import type { ActivationStep, ObligationActKind } from './connector.rules';

/** Ways in which a card that was taken off comes back at its provider. */
export const returnWays = ['REACTIVATE', 'REPROVISION'] as const;
export type ReturnWay = (typeof returnWays)[number];

/** Ways in which the outcome of an operation is told. */
export const tellingWays = ['SYNCHRONOUS', 'WEBHOOK', 'POLL'] as const;
export type TellingWay = (typeof tellingWays)[number];

/** What hangs on a credential, as profiles call it. */
export const obligationKinds = ['balance', 'pendingPayment', 'mandate', 'loan'] as const;
export type ObligationKind = (typeof obligationKinds)[number];

/** Systems of devices, as identity tells of them. */
export const devicePlatforms = ['IOS', 'ANDROID', 'HARMONY', 'WEB', 'MACOS', 'WINDOWS', 'LINUX', 'OTHER'] as const;
export type DevicePlatform = (typeof devicePlatforms)[number];

/** Where a holder has something to do before a card is bound. */
export interface HolderStep {
  readonly kinds: readonly ActivationStep['kind'][];
  /** ALWAYS: no bind goes without. SOMETIMES: as the provider wishes. */
  readonly when: 'ALWAYS' | 'SOMETIMES';
  /** Days that it can wait at most; null where the protocol sets no end. */
  readonly daysMax: number | null;
  /** Whether a card that comes back waits for the same step, for as many days. */
  readonly inRestore: boolean;
  /** Texts to be signed are written here, so that it is known what they say; left out where there are none, or they are the provider’s. */
  readonly signsOurText?: true;
}

/** What the protocol of a style can do, once for each style. A profile promises nothing beyond it, and the contract suite plays all of it. */
export interface StyleAbilities {
  /** Kinds of card it speaks of; null: each that says how it is handed over. */
  readonly kinds: readonly string[] | null;
  /** Takes requests to suspend and to resume. */
  readonly suspends: boolean;
  readonly returns: readonly ReturnWay[];
  readonly tells: readonly TellingWay[];
  /** Null where nothing is ever waited for. */
  readonly step: HolderStep | null;
  /** What it can be asked about. Loans only of kinds that lend. */
  readonly obligations: readonly ObligationKind[];
  readonly obligationActs: readonly ObligationActKind[];
  /** Speaks of consents, offers and loans with kinds that lend. */
  readonly lends: boolean;
  /** The card on another device has the same number. */
  readonly keepsNumber: boolean;
  /** Tells what was taken off there. */
  readonly signalsRemoval: boolean;
  /** Suspends a credential by itself, so that it can be found out. */
  readonly pauses: boolean;
  /** Tells what a card was used for. */
  readonly tellsUses: boolean;
  /** Has a list of all that is ours. */
  readonly lists: boolean;
  /** Says which readers open to a credential, and how far they are with forgetting one. */
  readonly tellsReaders: boolean;
  /** Devices that its cards can be on; null: any. */
  readonly platforms: readonly DevicePlatform[] | null;
  /** A card is an agreement that its holder signs there, and that an unbind ends for good. */
  readonly endsAgreement: boolean;
}

/** Every ability by a name of its own, as the contract suite ticks them off; e.g. `returns REACTIVATE`. */
export function namesOfAbilities(can: StyleAbilities): string[] {
  const each = (what: string, words: readonly string[]) => words.map((word) => `${what} ${word}`);
  const flags = [
    'suspends',
    'lends',
    'keepsNumber',
    'signalsRemoval',
    'pauses',
    'tellsUses',
    'lists',
    'tellsReaders',
  ] as const;
  return [
    ...flags.filter((flag) => can[flag]),
    ...each('kind', can.kinds ?? []),
    ...each('returns', can.returns),
    ...each('tells', can.tells),
    ...each('step', can.step?.kinds ?? []),
    ...each('obligation', can.obligations),
    ...each('act', can.obligationActs),
  ];
}
