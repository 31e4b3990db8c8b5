import type { Money } from '@bindery/values';
import type { InBothLanguages } from '@bindery/localisation';
import type { ObligationActKind } from '../providers/connector.rules';
import { returnWays, tellingWays, type DevicePlatform } from '../providers/style-abilities.rules';
import type { CardKindCode } from '../providers/kinds';
import type { CardElement } from '../providers/kinds/card-elements.rules';

/** NATIVE: the provider suspends. EMULATED: only our reader check does. NONE: cannot be suspended. */
export const suspendModes = ['NATIVE', 'EMULATED', 'NONE'] as const;

/** Who may suspend a card at will. What protects it (lost, at risk, expired, …) holds it always, and what the provider suspends is its own doing. */
export const suspenders = ['HOLDER'] as const;
export type Suspender = (typeof suspenders)[number];

/** REACTIVATE: the old credential works again. REPROVISION: a new one is given. REBIND_ONLY: nothing comes back. */
export const restoreStrategies = [...returnWays, 'REBIND_ONLY'] as const;

/**
 * How the provider tells the outcome of an operation. SYNCHRONOUS: in its answer, as far as nothing waits for the holder. WEBHOOK: by a message, as a
 * rule. POLL: only when it is asked.
 */
export const confirmationModes = tellingWays;
export type ConfirmationMode = (typeof confirmationModes)[number];

/** What an obligation does to an unbind: stops it, is only told, or is nobody's concern. */
export const obligationPolicies = ['BLOCKS', 'WARNS', 'IGNORED'] as const;
export type ObligationPolicy = (typeof obligationPolicies)[number];

/** The operations that a holder must prove themselves for. */
export type ProvenOperation = 'BIND' | 'UNBIND' | 'RESTORE';

/** What must be shown before an operation goes to the provider. */
export interface OperationRequirements {
  /** Any one of these, best first: words of verification, which alone knows what they ask. */
  readonly factors: readonly string[];
  /** What people look at before the provider is asked; null where they do not. */
  readonly review: ReviewRequirements | null;
}

/** Papers that a person is known by. Words of verification, as it alone reads them. */
export const documentTypes = ['MAINLAND_ID', 'PASSPORT'] as const;

export const reviewOccasions = ['ALWAYS', 'REBIND'] as const;

export interface ReviewRequirements {
  /** Any one of these, best first; none: the request itself is all that is looked at. */
  readonly documents: readonly (typeof documentTypes)[number][];
  /** How many different people have to agree: two where the risk is high. */
  readonly reviewers: number;
  /** ALWAYS if left out. REBIND: only of a card that was bound in this account before (requirement 13). */
  readonly when?: (typeof reviewOccasions)[number];
}

/** What a holder allows a provider beside holding a card; each is agreed to by itself and taken back by itself. */
export const allowedPurposes = ['CREDIT_CHECK', 'REPAYMENT_DEBIT'] as const;
export type AllowedPurpose = (typeof allowedPurposes)[number];

/** Asked for once and no more, as nothing was ever done under them. What was agreed to stays listed and can be taken back. */
export const pastPurposes = ['DATA_SHARING'] as const;
export type PastPurpose = (typeof pastPurposes)[number];

/** One purpose that a provider asks for, in the words that are agreed to. */
export interface PurposeTerms {
  readonly code: AllowedPurpose;
  readonly version: string;
  readonly text: InBothLanguages;
}

/** How a lender lends through here. */
export interface LoanTerms {
  /** The words that a loan is opened in; they name what an offer says by placeholders, so they are filled offer by offer. */
  readonly version: string;
  readonly text: InBothLanguages;
  /** Without a consent for each of these nothing is offered or opened. */
  readonly needs: readonly AllowedPurpose[];
  /** Any one of these proves that it is the holder who opens it, best first. */
  readonly factors: readonly string[];
}

export const movableThings = ['NUMBER', 'BALANCE', 'HISTORY', 'LOANS'] as const;

/**
 * What a provider can do and asks for (requirement 5). Configuration, not code: a provider is added by its file in
 * `providers/` and its address and keys in the environment.
 */
export interface ProviderProfile {
  /** Kebab-case; names the provider in the graph, in webhooks and in events, and never changes. */
  readonly code: string;
  /** Whose interface it speaks. */
  readonly style: string;
  readonly kind: CardKindCode;
  /** Providers are shown by it, the least first. */
  readonly position: number;
  readonly name: InBothLanguages;
  /** What the holder consents to when binding; the version is kept with the consent. */
  readonly terms: { readonly version: string; readonly text: InBothLanguages };
  /** Where its memberships are, in the order they are shown in; null where it has none, or tells no list of them. */
  readonly sites: readonly { readonly code: string; readonly name: InBothLanguages }[] | null;
  /** What a bank compares besides the number of a card; empty where it compares nothing. */
  readonly elements: readonly CardElement[];
  /** Days after the last one of a card in which it is still taken, until it is blocked as expired. */
  readonly validity: { readonly graceDays: number };
  /** `by`: who may suspend a card here at will; nobody where nothing is suspended. */
  readonly suspend: { readonly mode: (typeof suspendModes)[number]; readonly by: readonly Suspender[] };
  /** `windowDays` counts from the confirmed unbind; null exactly when nothing comes back. */
  readonly restore: { readonly strategy: (typeof restoreStrategies)[number]; readonly windowDays: number | null };
  /** Says how often it is asked about an operation that is open. */
  readonly confirmation: ConfirmationMode;
  /** Seconds until an unanswered operation counts as UNKNOWN and is asked about. */
  readonly operationDeadlineSeconds: number;
  /** Days to finish the provider's own step; null where there is none. */
  readonly activationDeadlineDays: number | null;
  /** Charged once, after the confirmed unbind; `source` says where the fee is written (requirement 11). */
  readonly unbindFee: { readonly amount: Money; readonly source: InBothLanguages } | null;
  readonly unbindObligations: Readonly<Record<'balance' | 'pendingPayment' | 'mandate', ObligationPolicy>> & {
    /** A loan that runs; left out where the provider lends nothing. */
    readonly loan?: ObligationPolicy;
  };
  /** What it does about them on its holder's word, through us; empty where people have to go to it. */
  readonly obligationActs: readonly ObligationActKind[];
  /** What it may be allowed beside holding a card; empty where it asks for nothing more. */
  readonly purposes?: readonly PurposeTerms[];
  /** Null, or left out, where it lends nothing here. */
  readonly loans?: LoanTerms | null;
  /** Days after the last one of a document in which its binding is still good. */
  readonly documents?: { readonly graceDays: number };
  /** Only what is bound is looked at by people. */
  readonly requirements: { readonly BIND: OperationRequirements } & Readonly<
    Record<Exclude<ProvenOperation, 'BIND'>, Pick<OperationRequirements, 'factors'>>
  >;
  /** Live bindings at most; null: no limit. */
  readonly limits: { readonly perAccount: number | null; readonly perDevice: number | null };
  /** Days without a use after which somebody is asked whether a card is still needed; null: its uses are not told, or it has none. */
  readonly staleAfterDays: number | null;
  /** Whether what is done to a card at the provider (blocked, taken off, replaced) is done to all its bindings: they are asked about at once. */
  readonly cascadesToBindings: boolean;
  /** ISO 8601 duration until the last offline reader knows of an unbind. */
  readonly offlineRevocationWorstCase: string;
  /** What a move to another device takes along; `perYear` null: as often as wished. */
  readonly deviceMove: { readonly carries: readonly (typeof movableThings)[number][]; readonly perYear: number | null };
  /** Whether we hear of a removal made at the provider or on the device (requirement 20); if not, cards are compared more often. */
  readonly signalsRemoval: boolean;
  /** Systems of devices that its cards can be bound on; empty: any. */
  readonly platforms: readonly DevicePlatform[];
}

/** Days of grace of a document where a profile says none. */
const documentGraceByDefault = 0;

export const documentGraceOf = ({ documents }: Pick<ProviderProfile, 'documents'>): number =>
  documents?.graceDays ?? documentGraceByDefault;
