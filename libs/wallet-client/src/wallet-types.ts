/** The shapes this client asks for; the whole graph is in apps/gateway/supergraph.graphql. */

export interface Remedy {
  readonly code: string;
  readonly title: string;
  readonly at?: string | null;
  readonly until?: string | null;
}

/** A member of a mutation's result union. Errors have code, message and remedies. */
export interface Outcome {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly remedies?: readonly Remedy[];
}

export interface BindingView {
  readonly id: string;
  readonly status: string;
  readonly phase: string;
  readonly credentialReference: string | null;
  readonly nextSteps: readonly { readonly code: string; readonly title: string }[];
  readonly requiredProofs: readonly { readonly action: string; readonly factors: readonly string[] }[];
  readonly restorable: { readonly until: string | null; readonly strategy: string } | null;
  readonly receipt: {
    readonly id: string;
    readonly text: string;
    readonly feeCharged: Money | null;
    readonly restorableUntil: string | null;
  } | null;
}

export interface Money {
  readonly value: number;
  readonly currency: string;
}

export interface CardView {
  readonly id: string;
  readonly kind: string;
  readonly displayName: string;
  readonly lastFour: string;
  readonly brand: string | null;
  readonly isDefault: boolean;
  readonly provider: { readonly code: string; readonly name: string };
  readonly site: {
    readonly name: string;
    readonly doors: readonly { readonly id: string; readonly name: string }[];
  } | null;
  readonly bindings: readonly BindingView[];
}

export interface HomeView {
  readonly id: string;
  readonly displayName: string;
  readonly session: {
    readonly assuranceLevel: string;
    readonly device: { readonly id: string; readonly name: string };
  };
  readonly cards: { readonly edges: readonly { readonly node: CardView }[] };
  readonly waiting: readonly {
    readonly __typename: string;
    readonly subject: string;
    readonly title: string;
    readonly deadline: string;
  }[];
  readonly inbox: { readonly unreadCount: number; readonly edges: readonly { readonly node: NotificationView }[] };
}

export interface NotificationView {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly body: string;
  readonly critical: boolean;
}

export interface ProviderTerms {
  readonly code: string;
  readonly terms: { readonly version: string; readonly text: string };
}

/** What can be done about what hangs on a card; the proof is for the action of the same name. */
export type ObligationActKind = 'CANCEL_MANDATE' | 'MOVE_MANDATE' | 'SETTLE_PENDING' | 'WITHDRAW_BALANCE';

export interface ObligationOfferView {
  readonly kind: ObligationActKind;
  readonly digest: string;
  readonly obligationId: string | null;
  readonly text: string;
  readonly consentText: string | null;
  readonly to: { readonly id: string } | null;
}

export interface ObligationActView {
  readonly id: string;
  readonly kind: ObligationActKind;
  readonly state: string;
  readonly text: string;
  readonly about: string;
}

/** What hangs on a card at its provider. */
export interface ObligationsView {
  readonly balance: Money | null;
  readonly pending: readonly { readonly id: string; readonly amount: Money; readonly about: string }[];
  readonly mandates: readonly {
    readonly id: string;
    readonly merchant: string;
    readonly amount: Money | null;
    readonly nextOn: string | null;
  }[];
  readonly offers: readonly ObligationOfferView[];
}

export interface PlanView {
  readonly digest: string;
  readonly quotedUntil: string;
  readonly effects: readonly { readonly __typename: string; readonly severity: string; readonly text: string }[];
  readonly blockers: readonly { readonly code: string; readonly text: string; readonly remedies: readonly Remedy[] }[];
  readonly fee: Money | null;
  readonly proof: { readonly action: string; readonly factors: readonly string[] };
}

export interface HistoryEntry {
  readonly at: string;
  readonly actor: string;
  readonly channel: string;
  readonly trigger: string;
  readonly reason: string | null;
  readonly from: string | null;
  readonly to: string;
  readonly text: string;
}

export interface UsageEntry {
  readonly kind: string;
  readonly text: string;
  readonly amount: Money | null;
  readonly at: string;
}

/** What a provider asks of the holder; which of these are there depends on the kind. */
export interface ActivationStep {
  readonly kind: string;
  readonly url: string | null;
  readonly sentTo: string | null;
  readonly message: string | null;
  readonly scheme: string | null;
}

export interface CardValidity {
  readonly lastFour: string;
  readonly expiresOn: string | null;
  readonly worksUntil: string | null;
  readonly bindings: readonly {
    readonly status: string;
    readonly holds: readonly { readonly owner: string; readonly cause: string }[];
  }[];
}

export interface RevocationView {
  readonly allConfirmedAt: string | null;
  readonly worstCaseUntil: string | null;
  readonly text: string;
  readonly readers: readonly {
    readonly id: string;
    readonly name: string;
    readonly state: string;
    readonly text: string;
  }[];
}

export interface ConsentView {
  readonly id: string;
  readonly state: string;
  readonly purpose: string;
  readonly version: string;
  readonly text: string;
  readonly givenAt: string;
  readonly provider: { readonly code: string; readonly name: string };
  readonly binding: { readonly id: string; readonly status: string } | null;
}
