import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { walletClientApp } from './document-ids';
import { documents } from './documents';
import type { GraphClient } from './graph-client';
import { watchChanges, type LiveEvent } from './live/watch-changes';
import type { SimulatedWorld } from './simulated-world';
import type {
  BindingView,
  CardView,
  HistoryEntry,
  HomeView,
  Money,
  Outcome,
  PlanView,
  ProviderTerms,
  UsageEntry,
} from './wallet-types';

export interface Person {
  /** E.164 */
  readonly phone: string;
  readonly password: string;
  readonly displayName: string;
  readonly locale: 'zh-CN' | 'en';
}

export interface Purpose {
  readonly action: 'REGISTER' | 'RESET_PASSWORD' | 'BIND' | 'UNBIND' | 'RESTORE';
  readonly subjectId?: string;
  readonly planDigest?: string;
}

export type CardInput =
  | { readonly bank: { readonly number: string } }
  | { readonly access: { readonly site: string; readonly memberNumber: string } };

/** A mutation answered with another member of its union than was wanted. */
export class UnexpectedOutcome extends Error {
  override name = 'UnexpectedOutcome';

  constructor(
    readonly wanted: string,
    readonly outcome: Outcome,
  ) {
    super(`wanted ${wanted}, got ${outcome.__typename}: ${outcome.code ?? ''} ${outcome.message ?? ''}`);
  }
}

/** The outcome as the member that was wanted; throws UnexpectedOutcome for any other. */
export function expectMember<Member extends object>(outcome: Outcome, wanted: string): Member & Outcome {
  if (outcome.__typename !== wanted) throw new UnexpectedOutcome(wanted, outcome);
  return outcome as Member & Outcome;
}

export const newKey = (): string => randomUUID();

/** The same for the same person and device, and says nothing of either. */
const installationOf = ({ phone }: Person, deviceName: string): string =>
  createHash('sha256').update(`${phone} ${deviceName}`).digest('base64url');

/** How long things may take that a provider answers later. */
const settleTimeoutMs = 20_000;

/** Nothing follows these. */
const finalStatuses = new Set(['DECLINED', 'REPLACED', 'RETIRED']);

/** One person with one phone and the wallet app on it: what the app would do, step by step, through the gateway only. */
export function createWallet(graph: GraphClient, world: SimulatedWorld, person: Person) {
  let accessToken: string | undefined;
  let refreshToken: string | undefined;
  const ask = async <Field extends string, Value>(document: string, input?: object): Promise<Record<Field, Value>> =>
    graph.ask(document, input, accessToken);
  const mutate = async (document: string, input: object): Promise<Outcome> =>
    Object.values(await ask<string, Outcome>(document, { input }))[0] as Outcome;

  /** Just after registering, the phone may not be known everywhere yet; then it is asked again. */
  async function startChallenge(input: object): Promise<Outcome> {
    const deadline = Date.now() + settleTimeoutMs;
    for (;;) {
      const outcome = await mutate(documents.startChallenge, { idempotencyKey: newKey(), ...input });
      if (outcome.__typename !== 'NoContactPointError' || Date.now() > deadline) return outcome;
      await pause(100);
    }
  }

  /** What the holder agrees to; of an unknown provider there is nothing to read. */
  async function consentTo(provider: string): Promise<{ text: string; version: string }> {
    const { providers } = await ask<'providers', readonly ProviderTerms[]>(documents.providers);
    return providers.find(({ code }) => code === provider)?.terms ?? { text: 'No terms.', version: 'none' };
  }

  const wallet = {
    person,
    graph,
    get accessToken() {
      return accessToken;
    },
    mutate,

    /** Starts a challenge, reads its code from the phone, answers it. Answers the proof's token. */
    async prove(purpose: Purpose): Promise<string> {
      const seen = await world.messages(person.phone);
      const anonymous = purpose.action === 'REGISTER' || purpose.action === 'RESET_PASSWORD';
      const input = { purpose, factor: 'SMS_CODE', ...(anonymous ? { phone: person.phone } : {}) };
      const { challenge } = expectMember<{ challenge: { id: string } }>(
        await startChallenge(input),
        'StartChallengeSuccess',
      );
      const code = await world.nextCode(person.phone, seen);
      const answer = await mutate(documents.answerChallenge, { challengeId: challenge.id, code });
      return expectMember<{ proof: { token: string } }>(answer, 'AnswerChallengeSuccess').proof.token;
    },

    async register(): Promise<string> {
      const proof = await wallet.prove({ action: 'REGISTER' });
      const { phone, password, displayName, locale } = person;
      const outcome = await mutate(documents.register, {
        idempotencyKey: newKey(),
        phone,
        password,
        displayName,
        locale,
        proof,
      });
      return expectMember<{ account: { id: string } }>(outcome, 'RegisterSuccess').account.id;
    },

    /** Logs in on a device of the given name; the same name is the same device. */
    async logIn(deviceName: string): Promise<{ deviceId: string; refreshToken: string }> {
      const device = { name: deviceName, platform: 'ANDROID', installationId: installationOf(person, deviceName) };
      const outcome = await mutate(documents.logIn, {
        idempotencyKey: newKey(),
        phone: person.phone,
        password: person.password,
        device,
        clientApp: walletClientApp.name,
      });
      const success = expectMember<{ accessToken: string; refreshToken: string; session: { device: { id: string } } }>(
        outcome,
        'LogInSuccess',
      );
      ({ accessToken, refreshToken } = success);
      return { deviceId: success.session.device.id, refreshToken: success.refreshToken };
    },

    /** Gets the next tokens of the session; undefined when it is over. */
    async refresh(): Promise<string | undefined> {
      if (!refreshToken) return undefined;
      // Its token may be no good any more, and is not needed.
      accessToken = undefined;
      const outcome = await mutate(documents.refreshSession, { idempotencyKey: newKey(), refreshToken });
      if (outcome.__typename === 'RefreshSessionSuccess')
        ({ accessToken, refreshToken } = outcome as Outcome & { accessToken: string; refreshToken: string });
      return accessToken;
    },

    /** What changes in the account, as it happens, until `signal` aborts or the session ends. Refreshes the session when its access token ends. */
    watch: (signal: AbortSignal): AsyncGenerator<LiveEvent> =>
      watchChanges({
        url: new URL('/events', graph.endpoint).href,
        clientApp: graph.clientApp,
        accessToken: async (refused) => (accessToken && accessToken !== refused ? accessToken : wallet.refresh()),
        signal,
      }),

    async home(): Promise<HomeView> {
      return (await ask<'viewer', HomeView>(documents.home)).viewer;
    },

    async card(id: string): Promise<CardView> {
      return (await ask<'card', CardView>(documents.card, { id })).card;
    },

    async history(id: string): Promise<{ changes: HistoryEntry[]; usage: UsageEntry[] }> {
      type Edges<Node> = { edges: { node: Node }[] };
      const { card } = await ask<'card', { history: Edges<HistoryEntry>; usage: Edges<UsageEntry> }>(
        documents.history,
        { id },
      );
      return { changes: card.history.edges.map(({ node }) => node), usage: card.usage.edges.map(({ node }) => node) };
    },

    async startBinding(provider: string, deviceId: string, card: CardInput): Promise<Outcome> {
      return mutate(documents.startBinding, {
        idempotencyKey: newKey(),
        provider,
        deviceId,
        consent: await consentTo(provider),
        card,
      });
    },

    /** Binds a card: start, prove, confirm. Answers the card's and the binding's id; the provider answers later. */
    async bind(provider: string, deviceId: string, card: CardInput): Promise<{ cardId: string; bindingId: string }> {
      const { binding } = expectMember<{ binding: BindingView & { card: { id: string } } }>(
        await wallet.startBinding(provider, deviceId, card),
        'StartBindingSuccess',
      );
      const proof = await wallet.prove({ action: 'BIND', subjectId: binding.id });
      expectMember(
        await mutate(documents.confirmBinding, { idempotencyKey: newKey(), bindingId: binding.id, proof }),
        'ConfirmBindingSuccess',
      );
      return { cardId: binding.card.id, bindingId: binding.id };
    },

    async preflight(bindingId: string): Promise<PlanView> {
      return (await ask<'unbindPreflight', PlanView>(documents.preflight, { id: bindingId })).unbindPreflight;
    },

    requestUnbind: (
      bindingId: string,
      plan: PlanView,
      proof: string,
      reason: string,
      acceptedFee: Money | null = plan.fee,
      idempotencyKey = newKey(),
    ) =>
      mutate(documents.requestUnbind, {
        idempotencyKey,
        bindingId,
        planDigest: plan.digest,
        reason,
        acceptedFee,
        proof,
      }),

    requestRestore: (bindingId: string, proof: string) =>
      mutate(documents.requestRestore, { idempotencyKey: newKey(), bindingId, proof }),

    /** Waits until the binding of a card has the status, up to twenty seconds. */
    async waitForStatus(cardId: string, status: string): Promise<BindingView> {
      const deadline = Date.now() + settleTimeoutMs;
      for (;;) {
        const binding = (await wallet.card(cardId)).bindings[0];
        if (binding?.status === status) return binding;
        if (finalStatuses.has(binding?.status ?? ''))
          throw new Error(`the binding ended as ${binding?.status}, not ${status}`);
        if (Date.now() > deadline)
          throw new Error(`the binding is ${binding?.status}, not ${status}, after ${settleTimeoutMs / 1000} s`);
        await pause(100);
      }
    },
  };
  return wallet;
}

export type Wallet = ReturnType<typeof createWallet>;
