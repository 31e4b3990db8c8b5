import { err, ok, type Id, type Result } from '@bindery/kernel';
import type {
  ActivationOutcome,
  Connector,
  OperationRequest,
  ProviderMessage,
  ProviderUnavailable,
  SendOutcome,
  TokenisedCard,
  TokeniseError,
} from '../../providers/connector';
import type {
  Activation,
  CredentialStatus,
  EnteredCard,
  ObligationActKind,
  ObligationRequest,
  Obligations,
  SentKind,
} from '../../providers/connector.rules';
import type { EnteredMembership } from '../../providers/kinds/access-card/access-card.rules';
import type { EnteredBankCard } from '../../providers/kinds/bank-card/bank-card.rules';
import type { EnteredWallet } from '../../providers/kinds/wallet/wallet.rules';
import { settlesLater, type FakeBehaviour } from './fake-behaviour';
import { confirm, messagesAbout, refuse, type FakeOperation } from './fake-operations';

export interface FakeConnector {
  readonly connector: Connector;
  /** Everything that was sent, in order, repetitions included. */
  readonly sent: readonly OperationRequest[];
  /** While true nothing gets an answer and nothing has an effect. */
  away: boolean;
  /** How the next operations of a kind go, one each; those after them are PENDING again. */
  plan(kind: SentKind | ObligationActKind, ...behaviours: FakeBehaviour[]): void;
  /** Settles what waits and answers the messages that the provider posts then, in order; with `late` also those of LATE. */
  settle(options?: { late?: boolean }): ProviderMessage[];
  /** What the holder has to do for operations that wait for activation; none: the provider does not say. */
  activation?: Activation;
  /** How answers to steps of activation are taken; CONFIRMED if nothing is planned. */
  answers: ActivationOutcome[];
  /** The holder finishes the provider's own step of an operation that waits for activation. */
  activate(operationId: Id<'operation'>): ProviderMessage[];
  /** The card is taken off at the provider, past us. */
  removeOutside(credentialReference: string): ProviderMessage;
  setObligations(credentialReference: string, obligations: Obligations): void;
  obligationsOf(credentialReference: string): Obligations;
  /** Every request about an obligation, in order, repetitions included. */
  readonly asked: readonly ObligationRequest[];
  /** The provider changes its mind, past us and without a word. */
  setStatus(credentialReference: string, status: CredentialStatus): void;
  /** The provider suspends a credential itself, or no longer, without a word. */
  hold(credentialReference: string, held: boolean): void;
  /** The provider has never heard of this operation: it was restored from an older copy. */
  forget(operationId: Id<'operation'>): void;
}

/** Credentials of a page of the list. */
const pageSize = 100;

const noObligations: Obligations = { balance: null, pending: [], mandates: [] };
const unavailable = { kind: 'PROVIDER_UNAVAILABLE', detail: 'the fake is away' } as const;

/** A provider in memory, for tests; passes the same contract suite as the real client. Nothing happens by itself. */
export function createFakeConnector({ provider = 'seaside-bank' } = {}): FakeConnector {
  const operations = new Map<string, FakeOperation>();
  const credentials = new Map<string, CredentialStatus>();
  const obligations = new Map<string, Obligations>();
  const held = new Set<string>();
  const planned = new Map<SentKind | ObligationActKind, FakeBehaviour[]>();
  const asked: ObligationRequest[] = [];
  const sent: OperationRequest[] = [];
  const answerUnlessAway = <T>(answer: () => T): Result<T, ProviderUnavailable> =>
    fake.away ? err(unavailable) : ok(answer());

  const connector: Connector = {
    tokenise: async (card) => (fake.away ? err(unavailable) : tokenise(card)),
    async send(request) {
      sent.push(request);
      if (fake.away) return { status: 'UNKNOWN', detail: unavailable.detail };
      const known = operations.get(request.operationId);
      if (known) return known.standing.status === 'ACTIVATION_REQUIRED' ? { status: 'PENDING' } : known.standing;
      return begin(request, planned.get(request.kind)?.shift() ?? 'PENDING');
    },
    async settleObligation(request) {
      asked.push(request);
      if (fake.away) return { status: 'UNKNOWN', detail: unavailable.detail };
      const known = operations.get(request.operationId);
      if (known) return known.standing as SendOutcome;
      return begin(request, planned.get(request.kind)?.shift() ?? 'PENDING');
    },
    async query(operationId) {
      if (fake.away) return { status: 'UNAVAILABLE', detail: unavailable.detail };
      return operations.get(operationId)?.standing ?? { status: 'OPERATION_UNKNOWN' };
    },
    credentialStatus: async (reference) => answerUnlessAway(() => credentials.get(reference) ?? 'ABSENT'),
    heldByProvider: async (reference) => answerUnlessAway(() => held.has(reference)),
    list: async (after) =>
      answerUnlessAway(() => {
        const there = [...credentials].filter(([reference, status]) => status !== 'ABSENT' && reference > after);
        const page = there.sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, pageSize);
        return {
          credentials: page.map(([credentialReference, status]) => ({
            credentialReference,
            status: status as 'ACTIVE',
            heldByProvider: held.has(credentialReference),
          })),
          next: there.length > page.length ? (page.at(-1)?.[0] ?? null) : null,
        };
      }),
    async activate(operationId) {
      if (fake.away) return { status: 'UNAVAILABLE', detail: unavailable.detail };
      const planned = fake.answers.shift();
      const operation = operations.get(operationId);
      if (planned?.status === 'REFUSED' && operation) refuse(operation);
      if (planned && planned.status !== 'CONFIRMED') return planned;
      fake.activate(operationId);
      return operations.get(operationId)?.standing as ActivationOutcome;
    },
    obligations: async (reference) => answerUnlessAway(() => obligations.get(reference) ?? noObligations),
  };

  function begin(request: OperationRequest | ObligationRequest, behaviour: FakeBehaviour): SendOutcome {
    if (behaviour === 'UNKNOWN') return { status: 'UNKNOWN', detail: 'planned' };
    const operation: FakeOperation = { request, behaviour, standing: { status: 'PENDING' } };
    operations.set(request.operationId, operation);
    if (behaviour === 'UNKNOWN_DONE') return { status: 'UNKNOWN', detail: 'planned' };
    if (behaviour === 'CONFIRM') confirm(operation, credentials, obligations);
    if (behaviour === 'REFUSE') refuse(operation);
    return operation.standing as SendOutcome;
  }

  const fake: FakeConnector = {
    connector,
    sent,
    away: false,
    answers: [],
    plan: (kind, ...behaviours) => void planned.set(kind, [...(planned.get(kind) ?? []), ...behaviours]),
    settle: ({ late = false } = {}) =>
      [...operations.values()]
        .filter(
          ({ standing, behaviour }) =>
            standing.status === 'PENDING' && settlesLater(behaviour) && (late || behaviour !== 'LATE'),
        )
        .flatMap((operation) => {
          if (operation.behaviour === 'REFUSE_LATER') refuse(operation);
          else if (operation.behaviour === 'ACTIVATION')
            operation.standing = { status: 'ACTIVATION_REQUIRED', activation: fake.activation };
          else confirm(operation, credentials, obligations);
          return messagesAbout(provider, operation);
        }),
    activate(operationId) {
      const operation = operations.get(operationId);
      if (operation?.standing.status !== 'ACTIVATION_REQUIRED')
        throw new Error(`${operationId} does not wait for activation`);
      confirm(operation, credentials, obligations);
      return messagesAbout(provider, operation);
    },
    removeOutside(credentialReference) {
      credentials.set(credentialReference, 'ABSENT');
      return { type: 'credential.removed', provider, credentialReference };
    },
    setObligations: (reference, owed) => void obligations.set(reference, owed),
    obligationsOf: (reference) => obligations.get(reference) ?? noObligations,
    asked,
    setStatus: (reference, status) => void credentials.set(reference, status),
    hold: (reference, isHeld) => void (isHeld ? held.add(reference) : held.delete(reference)),
    forget: (operationId) => void operations.delete(operationId),
  };
  return fake;
}

/** Takes all bank cards but those ending 0002, members RG-1001 to RG-1999 of the site riverside, and any account and pass, like the simulator. */
function tokenise(card: EnteredCard): Result<TokenisedCard, TokeniseError> {
  if (card.kind === 'ACCESS_CARD') {
    const { site, memberNumber } = card as EnteredMembership;
    const isMember = site === 'riverside' && /^RG-1(?!000)\d{3}$/.test(memberNumber);
    return isMember ? ok(toAccessCard(memberNumber)) : err({ kind: 'CARD_REFUSED', reason: 'MEMBER_UNKNOWN' });
  }
  if (card.kind === 'WALLET') return ok(named((card as EnteredWallet).account.slice(-4)));
  if (card.kind === 'PASS' || card.kind === 'LENDER_ACCOUNT') return ok(named(String(++issued).padStart(4, '0')));
  if (card.kind !== 'BANK_CARD') return err({ kind: 'CARD_REFUSED', reason: 'CARD_NOT_ACCEPTED' });
  const { brand, lastFour } = (card as EnteredBankCard).number;
  return lastFour === '0002'
    ? err({ kind: 'CARD_REFUSED', reason: 'CARD_NOT_ACCEPTED' })
    : ok({ token: `tok_${lastFour}`, brand, lastFour, expiresOn: '2030-07-31' });
}

/** Passes and accounts at lenders that were issued; nobody names them but their provider. */
let issued = 0;
const named = (lastFour: string): TokenisedCard => ({ token: `tok_${lastFour}`, lastFour });

const toAccessCard = (memberNumber: string): TokenisedCard => ({
  token: `tok_${memberNumber}`,
  lastFour: memberNumber.slice(-4),
  site: { code: 'riverside', name: { 'zh-CN': '河畔花园', en: 'Riverside Gardens' } },
  doors: [{ id: 'riverside-gate', name: { 'zh-CN': '小区大门', en: 'Main gate' } }],
});
