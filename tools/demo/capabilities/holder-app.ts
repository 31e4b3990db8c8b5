import { documents, expectMember, newKey, type CardInput, type Outcome, type Wallet } from '@bindery/wallet-client';

const problem = '... on Problem { code message remedies { code } }';
const dispute = 'id state reason decideBy proveBy text';

/** What no released app of ours asks of the graph yet. */
const queries = {
  binding: `query ($id: ID!) { binding(id: $id) { status phase device { id } holds { cause } disputes { ${dispute} } } }`,
  answerWasThisYou: `mutation ($input: AnswerWasThisYouInput!) { answerWasThisYou(input: $input) { __typename ... on AnswerWasThisYouSuccess { dispute { ${dispute} } } ${problem} } }`,
  openDispute: `mutation ($input: OpenDisputeInput!) { openDispute(input: $input) { __typename ... on OpenDisputeSuccess { dispute { ${dispute} } } ${problem} } }`,
} as const;

/** A card or a device. */
export type Losable = { readonly cardId: string } | { readonly deviceId: string };

export interface DisputeView {
  readonly id: string;
  readonly state: string;
  readonly reason: string | null;
  readonly decideBy: string;
  readonly text: string;
}

interface BindingNow {
  readonly status: string;
  readonly phase: string;
  readonly device: { readonly id: string } | null;
  readonly holds: readonly { readonly cause: string }[];
  readonly disputes: readonly DisputeView[];
}

interface Lost {
  readonly results: readonly { readonly outcome: string; readonly binding: { readonly id: string } }[];
}

export interface Secured {
  readonly endedSessionCount: number;
  readonly checks: readonly { readonly code: string; readonly title: string; readonly text: string }[];
}

interface PlannedMove {
  readonly outcome: string;
  readonly text: string;
  readonly binding: { readonly id: string; readonly card: { readonly displayName: string } };
}

interface MovePlan {
  readonly digest: string;
  readonly cards: readonly PlannedMove[];
}

export interface ReviewView {
  readonly suggested: boolean;
  readonly reasons: readonly string[];
  readonly texts: readonly string[];
  readonly nextAt: string | null;
  readonly bindings: readonly { readonly id: string; readonly nextSteps: readonly { readonly code: string }[] }[];
}

/** A person's app as far as it helps with what goes wrong, and with what is to change. */
export function holderApp(wallet: Wallet) {
  const ask = <Value>(query: string, input?: object): Promise<Value> =>
    wallet.graph.ask(query, input, wallet.accessToken) as Promise<Value>;
  const act = (document: string, input: object): Promise<Outcome> =>
    wallet.mutate(document, { idempotencyKey: newKey(), ...input });
  return {
    binding: async (id: string) => (await ask<{ binding: BindingNow }>(queries.binding, { id })).binding,

    reportLost: async (subject: Losable) =>
      expectMember<Lost>(await act(documents.reportLost, subject), 'ReportLostSuccess').results,

    /** Proves that it is them, which a report of a loss does without. */
    async reportFound(subject: Losable): Promise<void> {
      const subjectId = 'cardId' in subject ? subject.cardId : subject.deviceId;
      const proof = await wallet.prove({ action: 'FOUND', subjectId });
      expectMember(await act(documents.reportFound, { ...subject, proof }), 'ReportFoundSuccess');
    },

    /** Somebody has the phone: all of it in one request. */
    async reportEmergency(lostDeviceId: string): Promise<{ lost: Lost; secured: Secured }> {
      const answer = await ask<{ reportLost: Outcome; reportEmergency: Outcome }>(documents.lostDeviceEmergency, {
        lost: { idempotencyKey: newKey(), deviceId: lostDeviceId },
        input: { idempotencyKey: newKey(), lostDeviceId },
      });
      return {
        lost: expectMember<Lost>(answer.reportLost, 'ReportLostSuccess'),
        secured: expectMember<Secured>(answer.reportEmergency, 'ReportEmergencySuccess'),
      };
    },

    /** Whether a session still goes on, by its token. */
    async isSignedIn(refreshToken: string): Promise<boolean> {
      const input = { idempotencyKey: newKey(), refreshToken };
      const { refreshSession } = (await wallet.graph.ask(documents.refreshSession, { input })) as {
        refreshSession: Outcome;
      };
      return refreshSession.__typename === 'RefreshSessionSuccess';
    },

    /** Begins that a new card takes the place of an old one. */
    async replaceCard(bindingId: string, provider: string, reason: string, card: CardInput) {
      type Terms = { readonly code: string; readonly terms: { readonly version: string; readonly text: string } };
      const { providers } = await ask<{ providers: readonly Terms[] }>(documents.providers);
      const consent = providers.find(({ code }) => code === provider)?.terms;
      const begun = await act(documents.replaceCard, { bindingId, reason, consent, card });
      const { binding } = expectMember<{ binding: { id: string; card: { id: string } } }>(begun, 'ReplaceCardSuccess');
      return { bindingId: binding.id, cardId: binding.card.id };
    },

    async confirm(bindingId: string): Promise<void> {
      const proof = await wallet.prove({ action: 'BIND', subjectId: bindingId });
      expectMember(await act(documents.confirmBinding, { bindingId, proof }), 'ConfirmBindingSuccess');
    },

    movePlan: async (fromDeviceId: string) =>
      expectMember<MovePlan>(
        (await ask<{ movePlan: Outcome }>(documents.movePlan, { fromDeviceId })).movePlan,
        'MovePlan',
      ),

    /** All cards of the plan, by one proof. */
    async moveCards(fromDeviceId: string, planDigest: string) {
      type Moves = { cards: readonly { readonly successor: { readonly id: string } | null }[] };
      const proof = await wallet.prove({ action: 'MOVE', subjectId: fromDeviceId, planDigest });
      const moved = await act(documents.moveCards, { fromDeviceId, planDigest, proof });
      return expectMember<Moves>(moved, 'MoveCardsSuccess').cards;
    },

    /** Says that a removal elsewhere was not theirs: one tap. */
    async wasNotMe(bindingId: string): Promise<DisputeView> {
      const answer = await act(queries.answerWasThisYou, { bindingId, itWasMe: false });
      return expectMember<{ dispute: DisputeView }>(answer, 'AnswerWasThisYouSuccess').dispute;
    },

    async openDispute(bindingId: string, words: string): Promise<DisputeView> {
      const answer = await act(queries.openDispute, { bindingId, about: 'UNAUTHORISED_UNBIND', words });
      return expectMember<{ dispute: DisputeView }>(answer, 'OpenDisputeSuccess').dispute;
    },

    review: async () =>
      (await ask<{ viewer: { bindingReview: ReviewView } }>(documents.bindingReview)).viewer.bindingReview,

    dismissReview: () => act(documents.dismissBindingReview, {}),
  };
}
