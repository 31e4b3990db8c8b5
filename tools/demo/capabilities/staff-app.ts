import { expectMember, newKey, type Outcome, type Wallet } from '@bindery/wallet-client';

const problem = '... on Problem { code message }';
const file = 'id state evidence { isIntact } decisions { id step }';
const version = 'version origin changedBy approvedBy note changes { field before after }';
const proposal = 'id state loosens { field text }';

const queries = {
  profile: `query ($code: String!) { providerProfile(code: $code) { code current { ${version} profile } } }`,
  decideDispute: `mutation ($input: DecideDisputeInput!) { decideDispute(input: $input) { __typename ... on DecideDisputeSuccess { dispute { ${file} } } ${problem} } }`,
  confirmDispute: `mutation ($input: ConfirmDisputeDecisionInput!) { confirmDisputeDecision(input: $input) { __typename ... on ConfirmDisputeDecisionSuccess { dispute { ${file} } } ${problem} } }`,
  changeProfile: `mutation ($input: ChangeProviderProfileInput!) { changeProviderProfile(input: $input) { __typename
    ... on ChangeProviderProfileSuccess { dryRun providerVersion { ${version} } proposal { ${proposal} } preview { needsApproval loosens { field text } effects { aspect bindingCount } bindings(first: 100) { edges { node { bindingId } } } } }
    ... on ProviderProfileInvalidError { faults { field text } } ${problem} } }`,
  confirmProfile: `mutation ($input: ConfirmProviderProfileChangeInput!) { confirmProviderProfileChange(input: $input) { __typename
    ... on ConfirmProviderProfileChangeSuccess { proposal { ${proposal} } providerVersion { ${version} } } ${problem} } }`,
} as const;

export interface DisputeFileView {
  readonly id: string;
  readonly state: string;
  readonly evidence: { readonly isIntact: boolean };
  readonly decisions: readonly { readonly id: string; readonly step: string }[];
}

interface ProfileVersion {
  readonly version: number;
  readonly origin: string;
  readonly changedBy: string | null;
  readonly approvedBy: string | null;
  readonly changes: readonly {
    readonly field: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

/** A proposal that another operator agreed with. */
export interface ProfileConfirmed {
  readonly providerVersion: ProfileVersion | null;
}

/** As it is written in a file of the catalogue. */
export type ProfileFields = Readonly<Record<string, unknown>>;

interface Loosening {
  readonly field: string;
  readonly text: string;
}

export interface ProfileChange {
  readonly dryRun: boolean;
  readonly providerVersion: ProfileVersion;
  /** What waits for another operator; null where it is in force, and after a dry run. */
  readonly proposal: { readonly id: string; readonly state: string; readonly loosens: readonly Loosening[] } | null;
  readonly preview: {
    readonly needsApproval: boolean;
    readonly loosens: readonly Loosening[];
    readonly effects: readonly { readonly aspect: string; readonly bindingCount: number }[];
    readonly bindings: { readonly edges: readonly { readonly node: { readonly bindingId: string } }[] };
  };
}

/** The app of one of our own people. */
export function staffApp(wallet: Wallet) {
  const ask = <Value>(query: string, input: object): Promise<Value> =>
    wallet.graph.ask(query, input, wallet.accessToken) as Promise<Value>;
  const act = (document: string, input: object): Promise<Outcome> =>
    wallet.mutate(document, { idempotencyKey: newKey(), ...input });
  return {
    async decide(disputeId: string, decision: 'UPHOLD' | 'REJECT', reason: string): Promise<DisputeFileView> {
      const answer = await act(queries.decideDispute, { disputeId, decision, reason });
      return expectMember<{ dispute: DisputeFileView }>(answer, 'DecideDisputeSuccess').dispute;
    },

    /** Agrees with what somebody proposed. */
    confirm: (disputeId: string, decisionId: string) => act(queries.confirmDispute, { disputeId, decisionId }),

    async profile(code: string) {
      type Read = { providerProfile: { current: ProfileVersion & { readonly profile: ProfileFields } } };
      return (await ask<Read>(queries.profile, { code })).providerProfile.current;
    },

    changeProfile: (
      input: Readonly<Record<'code' | 'note', string>> & {
        readonly baseVersion: number;
        readonly profile: ProfileFields;
        readonly dryRun?: boolean;
      },
    ): Promise<Outcome> => act(queries.changeProfile, input),

    /** Agrees with what another operator proposed. */
    confirmProfile: (proposalId: string): Promise<Outcome> => act(queries.confirmProfile, { proposalId }),
  };
}
