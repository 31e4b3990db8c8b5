import type { Id } from '@bindery/kernel';
import type { ProofAction } from '@bindery/trust';
import { proofOf, newKey, startInput, type Holder } from '../holder';
import type { Answer, ProviderCode, RunningBinding } from '../start-binding-service';

export interface Offer {
  readonly code: string;
  readonly at?: string | null;
  readonly until?: string | null;
  readonly url?: string | null;
}

/** A binding as a client reads it. */
export interface SeenBinding {
  readonly id: Id<'binding'>;
  readonly cardId: Id<'card'>;
  readonly phase: string;
  readonly status: string;
  readonly proofsAsked: readonly string[];
  readonly credentialReference: string | null;
  readonly holds: readonly { readonly owner: string; readonly reason: string }[];
  readonly sync: { readonly state: string; readonly operation: string | null; readonly deadline: string | null };
  readonly device: { readonly id: Id<'device'> };
  readonly nextSteps: readonly Offer[];
  readonly restorable: { readonly until: string } | null;
  readonly rebindOffer: { readonly device: { readonly id: Id<'device'> } } | null;
  readonly disputes: readonly { readonly id: string }[];
  readonly disputable: readonly { readonly about: string; readonly loanId: string | null }[];
  readonly receipt: { readonly remedies: readonly Offer[] } | null;
  readonly lastRefusal: {
    readonly operation: string;
    readonly cause: string;
    readonly text: string;
    readonly remedies: readonly Offer[];
  } | null;
}

/** A card of the walk, as its holder enters it. */
export interface WalkCard {
  readonly provider: ProviderCode;
  readonly entered: object;
}

const clearing = { SETTLE_PENDING: 'settlePending', WITHDRAW_BALANCE: 'withdrawBalance' } as const;

/** Something that keeps a replaced card at its provider, and can be done here. */
export interface ClearOffer {
  readonly kind: keyof typeof clearing;
  readonly digest: string;
}

const offer = 'code at until url';
const step = 'code until url';
const seen = `id phase status proofsAsked credentialReference holds { owner reason } sync { state operation deadline } device { id }
  obligationActs { kind state } nextSteps { ${step} } restorable { until } rebindOffer { device { id } } disputes { id } disputable { about loanId } receipt { remedies { ${offer} } } lastRefusal { operation cause text remedies { ${offer} } }`;
const problem = `__typename ... on Problem { code message remedies { ${offer} } }`;
const refused = `... on TransitionRefusedError { phase nextSteps { ${step} } }`;

const selections = {
  startBinding:
    '... on StartBindingSuccess { binding { id card { id } } } ... on AlreadyBoundError { existing { id } }',
  confirmBinding: `... on ConfirmBindingSuccess { binding { id } } ${refused}`,
  cancelBinding: `... on CancelBindingSuccess { binding { id } } ${refused}`,
  suspendBinding: `... on SuspendBindingSuccess { binding { id } } ${refused}`,
  resumeBinding: `... on ResumeBindingSuccess { binding { id } } ${refused}`,
  requestUnbind: `... on RequestUnbindSuccess { binding { id } } ... on UnbindBlockedError { blockers { code } } ${refused}`,
  requestRestore: `... on RequestRestoreSuccess { binding { id } } ${refused}`,
  reportLost: '... on ReportLostSuccess { since }',
  reportFound: '... on ReportFoundSuccess { results { outcome } }',
  replaceCard:
    '... on ReplaceCardSuccess { binding { id card { id } } } ... on ReplacementUnderWayError { successor { id } }',
  moveCards: '... on MoveCardsSuccess { cards { outcome } }',
  setDefaultCard: '... on SetDefaultCardSuccess { card { id } }',
  openDispute: '... on OpenDisputeSuccess { binding { id } dispute { id state } }',
  settlePending: '... on SettlePendingSuccess { act { id } }',
  withdrawBalance: '... on WithdrawBalanceSuccess { act { id } }',
} as const;
type Mutation = keyof typeof selections;

/** What a client of the walk does, by GraphQL alone. */
export function createWallet(service: RunningBinding, holder: Holder) {
  async function ask(query: string, variables: object): Promise<Answer> {
    const answer = await service.ask(query, variables, holder.claims);
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  }

  async function mutate(name: Mutation, input: object): Promise<Answer> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${selections[name]} ${problem} } }`;
    return (await ask(query, { input: { idempotencyKey: newKey(), ...input } }))[name];
  }

  const prove = (action: ProofAction, id: string, digest?: string) => proofOf(service, holder, action, id, digest);

  const planOf = async (bindingId: string): Promise<Answer> =>
    (
      await ask(
        `query ($id: ID!) { unbindPlan(bindingId: $id) { ${problem} ${refused} ... on UnbindPlan { digest fee { value currency } blockers { code remedies { ${offer} } } } } }`,
        { id: bindingId },
      )
    ).unbindPlan;

  return {
    planOf,
    async look(cardIds: readonly Id<'card'>[]): Promise<SeenBinding[]> {
      if (cardIds.length === 0) return [];
      const fields = cardIds.map((id, place) => `c${place}: card(id: "${id}") { bindings { ${seen} } }`);
      const data = await ask(`{ ${fields.join(' ')} }`, {});
      return cardIds.flatMap((cardId, place) =>
        (data[`c${place}`].bindings as SeenBinding[]).map((binding) => ({ ...binding, cardId })),
      );
    },
    start: ({ provider, entered }: WalkCard, deviceId: Id<'device'>) =>
      mutate('startBinding', { ...startInput(holder, provider, entered), deviceId }),
    confirm: async (bindingId: string) =>
      mutate('confirmBinding', { bindingId, proof: await prove('BIND', bindingId) }),
    cancel: (bindingId: string) => mutate('cancelBinding', { bindingId }),
    suspend: (bindingId: string) => mutate('suspendBinding', { bindingId }),
    resume: (bindingId: string) => mutate('resumeBinding', { bindingId }),
    reportLost: (subject: { readonly cardId: string } | { readonly deviceId: string }) => mutate('reportLost', subject),
    reportFound: async (subject: { readonly cardId: string } | { readonly deviceId: string }) =>
      mutate('reportFound', {
        ...subject,
        proof: await prove('FOUND', 'cardId' in subject ? subject.cardId : subject.deviceId),
      }),
    restore: async (bindingId: string) =>
      mutate('requestRestore', { bindingId, proof: await prove('RESTORE', bindingId) }),
    async unbind(bindingId: string): Promise<Answer> {
      const plan = await planOf(bindingId);
      if (plan.__typename !== 'UnbindPlan') return plan;
      return mutate('requestUnbind', {
        bindingId,
        planDigest: plan.digest,
        reason: 'PRIVACY',
        acceptedFee: plan.fee,
        proof: await prove('UNBIND', bindingId, plan.digest),
      });
    },
    replace: (bindingId: string, { provider, entered }: WalkCard) => {
      const { consent } = startInput(holder, provider, entered);
      return mutate('replaceCard', { bindingId, reason: 'DAMAGED', consent, card: entered });
    },
    async move(fromDeviceId: Id<'device'>): Promise<Answer> {
      const query = `query ($id: ID!) { movePlan(fromDeviceId: $id) { ${problem} ... on MovePlan { digest cards { outcome } } } }`;
      const { movePlan } = await ask(query, { id: fromDeviceId });
      if (movePlan.__typename !== 'MovePlan') return movePlan;
      const proof = await prove('MOVE', fromDeviceId, movePlan.digest);
      return mutate('moveCards', { fromDeviceId, planDigest: movePlan.digest, proof });
    },
    /** What can be paid or paid out now; null while the provider does not say what is owed. */
    async offersToClear(bindingId: string): Promise<readonly ClearOffer[] | null> {
      const query = 'query ($id: ID!) { binding(id: $id) { obligations { offers { kind digest } } } }';
      const { obligations } = (await ask(query, { id: bindingId })).binding;
      return obligations && obligations.offers.filter(({ kind }: Answer) => kind in clearing);
    },
    clear: async (bindingId: string, { kind, digest: planDigest }: ClearOffer) =>
      mutate(clearing[kind], { bindingId, planDigest, proof: await prove(kind, bindingId, planDigest) }),
    dispute: (bindingId: string, about = 'UNAUTHORISED_UNBIND', more: object = {}) =>
      mutate('openDispute', { bindingId, about, words: 'It was not me.', ...more }),
    /** The newest use of the binding that is not disputed. */
    async undisputedUse({ id, cardId }: SeenBinding): Promise<string | undefined> {
      const { card } = await ask(
        `{ card(id: "${cardId}") { usage(first: 100) { edges { node { id bindingId } } } bindings { disputes { usageId } } } }`,
        {},
      );
      const disputed = card.bindings.flatMap(({ disputes }: Answer) => disputes.map(({ usageId }: Answer) => usageId));
      const uses = card.usage.edges.map(({ node }: Answer) => node);
      return uses.find((use: Answer) => use.bindingId === id && !disputed.includes(use.id))?.id;
    },
    setDefault: (cardId: string) => mutate('setDefaultCard', { cardId }),
  };
}

export type Wallet = ReturnType<typeof createWallet>;
