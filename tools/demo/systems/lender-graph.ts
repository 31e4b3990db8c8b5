import { expectMember, newKey, type Outcome, type Wallet } from '@bindery/wallet-client';

const problem = '... on Problem { code message remedies { code } }';
const loan = 'id state outstanding { value } refunded { value } nextRepaymentOn';

/** What a lender's flow asks of the graph beside what every card does; no released app of ours asks it yet. */
const queries = {
  purposes: '{ providers { code purposes { code title terms { version text } } } }',
  offers: `query ($id: ID!) { loanOffers(bindingId: $id) { __typename ... on LoanOffers { offers { id digest terms { version text } principal { value } firstRepaymentOn } } ... on ConsentMissingError { purposes } ${problem} } }`,
  account: `query ($id: ID!) { binding(id: $id) { status loans { ${loan} } document { expiresOn worksUntil renewal { state } } holds { cause } } }`,
  consents: '{ viewer { consents(first: 50) { edges { node { id purposeCode state atProvider } } } } }',
  plan: 'query ($id: ID!) { unbindPlan(bindingId: $id) { ... on UnbindPlan { blockers { kind text } } } }',
  queue: '{ reviewQueue(first: 100) { edges { node { id bindingId documentsDigest reviewersNeeded agreed } } } }',
} as const;

const mutations = {
  confirmBinding: '... on ReviewFirstError { binding { id status } }',
  submitDocument: '... on SubmitDocumentSuccess { review { state } }',
  giveConsent: '... on GiveConsentSuccess { consent { id } }',
  withdrawConsent: '... on WithdrawConsentSuccess { consent { id state } }',
  openLoan: `... on OpenLoanSuccess { loan { ${loan} } }`,
  renewDocument: '... on RenewDocumentSuccess { binding { id } }',
  decideReview: '... on DecideReviewSuccess { review { id state } }',
} as const;

export interface OfferView {
  readonly id: string;
  readonly digest: string;
  readonly terms: { readonly version: string; readonly text: string };
  readonly firstRepaymentOn: string;
}

export interface LenderAccount {
  readonly status: string;
  readonly loans: readonly { readonly id: string; readonly state: string }[];
  readonly document: { readonly expiresOn: string | null; readonly worksUntil: string | null } | null;
  readonly holds: readonly { readonly cause: string }[];
}

/** A person's app as far as lenders go. */
export function lenderApp(wallet: Wallet) {
  const ask = <Value>(query: keyof typeof queries, input?: object): Promise<Value> =>
    wallet.graph.ask(queries[query], input, wallet.accessToken) as Promise<Value>;
  const act = (name: keyof typeof mutations, input: object): Promise<Outcome> => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ${mutations[name]} ${problem} } }`;
    return wallet.mutate(document, { idempotencyKey: newKey(), ...input });
  };
  return {
    act,
    account: async (id: string) => (await ask<{ binding: LenderAccount }>('account', { id })).binding,
    blockers: async (id: string) =>
      (await ask<{ unbindPlan: { blockers: readonly { kind: string; text: string }[] } }>('plan', { id })).unbindPlan
        .blockers,
    offers: async (id: string) =>
      (await ask<{ loanOffers: Outcome & { offers?: OfferView[]; purposes?: string[] } }>('offers', { id })).loanOffers,
    consents: async () => {
      type Listed = { viewer: { consents: { edges: readonly { node: ConsentView }[] } } };
      return (await ask<Listed>('consents')).viewer.consents.edges.map(({ node }) => node);
    },
    /** Agrees to one purpose in the words that the provider shows. */
    async allow(provider: string, bindingId: string, purpose: string): Promise<void> {
      type Shown = { code: string; purposes: readonly { code: string; terms: OfferView['terms'] }[] };
      const { providers } = await ask<{ providers: readonly Shown[] }>('purposes');
      const terms = providers
        .find(({ code }) => code === provider)
        ?.purposes.find(({ code }) => code === purpose)?.terms;
      if (!terms) throw new Error(`${provider} does not ask for ${purpose}`);
      const { version, text } = terms;
      expectMember(await act('giveConsent', { bindingId, purpose, consent: { version, text } }), 'GiveConsentSuccess');
    },
    /** As one of our own people: the review of a binding, once it is in the queue; undefined before. */
    taskOf: async (bindingId: string): Promise<ReviewTaskView | undefined> => {
      type Queue = { reviewQueue: { edges: readonly { node: ReviewTaskView }[] } };
      const { edges } = (await ask<Queue>('queue')).reviewQueue;
      return edges.find(({ node }) => node.bindingId === bindingId)?.node;
    },
  };
}

/** A review as a reviewer sees it; an approval quotes what was looked at. */
export interface ReviewTaskView {
  readonly id: string;
  readonly bindingId: string;
  readonly documentsDigest: string;
  readonly reviewersNeeded: number;
  /** How many have agreed, as far as this reviewer is told. */
  readonly agreed: number;
}

interface ConsentView {
  readonly id: string;
  readonly purposeCode: string;
  readonly state: string;
  readonly atProvider: string | null;
}
