import type { EntityManager } from 'typeorm';
import { err, invalidField, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import type { Once, UnitOfWork } from '@bindery/persistence';
import type { Locale } from '@bindery/localisation';
import type { Viewer } from '@bindery/trust';
import type { ProviderProfile } from '../catalogue';
import { findBinding, listCardsById, lockBinding, type Binding } from '../lifecycle';
import { beginAct, listOpenActs } from '../operations';
import type { UseProof } from '../proofs';
import type { Connectors, ObligationActKind, Obligations } from '../providers';
import { consentOf } from './mandate-consent';
import type { ObligationOffer } from './obligation-offers.rules';
import type { ObligationActError } from './obligations.errors';
import { askOf, findAsked, readOffers } from './read-obligations';

export interface ObligationActCommand {
  readonly viewer: Viewer;
  readonly idempotencyKey: string;
  readonly kind: ObligationActKind;
  readonly bindingId: Id<'binding'>;
  /** Digest of the offer that was shown. */
  readonly planDigest: string;
  /** The words that were agreed to, for a mandate that moves. */
  readonly consent?: { readonly text: string };
  /** Token of a proof for this kind of act, on this binding, for this offer. */
  readonly proof: string;
}

type Outcome = Result<{ readonly bindingId: Id<'binding'>; readonly operationId: Id<'operation'> }, ObligationActError>;
export type OrderAct = (command: ObligationActCommand) => Promise<Outcome>;

interface OrderActDeps {
  readonly once: Once;
  readonly unitOfWork: UnitOfWork;
  readonly useProof: UseProof;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly connectors: Connectors;
  readonly clock: Clock;
}

/** As `digestOf` makes them: SHA-256, base64url. */
const digestPattern = /^[\w-]{43}$/;
const tryAgainMs = 60_000;

/** Has a provider do one thing about what hangs on a card, exactly as it was offered, by a proof for that offer alone. It is asked after the commit. */
export function createOrderAct({ once, unitOfWork, profiles, connectors, ...deps }: OrderActDeps): OrderAct {
  async function obligationsOf({ bindingId, viewer }: ObligationActCommand): Promise<Obligations | null> {
    const found = await unitOfWork.run((tx) => findAsked(tx, bindingId, viewer.accountId));
    const profile = found && profiles.get(found.binding.provider);
    return profile ? askOf(connectors, profile, found) : null;
  }

  return async (command) => {
    const { viewer, idempotencyKey, kind, bindingId, planDigest, consent, proof } = command;
    if (!digestPattern.test(planDigest)) return err(invalidField('planDigest', 'FORMAT'));
    const obligations = await obligationsOf(command);
    const request = { bindingId, planDigest, consent: consent?.text, proof };
    return once({ owner: viewer.accountId, operation: operationOf[kind], idempotencyKey, request }, (tx) =>
      order(tx, command, obligations, { profiles, ...deps }),
    );
  };
}

const operationOf = {
  CANCEL_MANDATE: 'cancelMandate',
  MOVE_MANDATE: 'moveMandate',
  SETTLE_PENDING: 'settlePending',
  WITHDRAW_BALANCE: 'withdrawBalance',
} as const satisfies Record<ObligationActKind, string>;

async function order(
  tx: EntityManager,
  { viewer: { accountId }, kind, bindingId, planDigest, consent, proof }: ObligationActCommand,
  obligations: Obligations | null,
  { profiles, useProof, clock }: Pick<OrderActDeps, 'profiles' | 'useProof' | 'clock'>,
): Promise<Outcome> {
  // Under the lock: of two requests about the same obligation one finds the other's act.
  const locked = await lockBinding(tx, bindingId, accountId);
  const profile = locked && profiles.get(locked.binding.provider);
  if (!locked || !profile) return err({ kind: 'NOT_FOUND' });
  const now = clock.now();
  if (!obligations) return err({ kind: 'PROVIDER_UNAVAILABLE', retryAt: new Date(now.getTime() + tryAgainMs) });
  const { binding } = locked;
  const isAsked = ({ kind: offered, digest }: ObligationOffer) => offered === kind && digest === planDigest;
  const offer = (await readOffers(tx, binding, profile, obligations)).offers.find(isAsked);
  if (!offer) return err(await whyNot(tx, binding, now));
  const agreed = await agreedWords(tx, offer, consent?.text ?? '');
  if (kind === 'MOVE_MANDATE' && !agreed) return err(invalidField('consent.text', 'UNKNOWN'));
  const used = await useProof(tx, proof, { action: kind, subjectId: bindingId, accountId, planDigest });
  if (!used.ok) return used;
  const { obligationId, about, amount, toBindingId } = offer;
  const what = { kind, obligationId, about, amount, toBindingId, agreed };
  const act = { accountId, bindingId, provider: binding.provider, ...what, proofId: used.value.id, successorId: null };
  const { operationId } = await beginAct(tx, act, profile, now);
  return ok({ bindingId, operationId });
}

/** What is under way is waited for; anything else has changed since it was shown. */
async function whyNot(tx: EntityManager, { id: bindingId }: Binding, now: Date): Promise<ObligationActError> {
  const [until] = (await listOpenActs(tx, bindingId)).map(({ deadline }) => deadline).filter((one) => one > now);
  return until ? { kind: 'OBLIGATION_UNDER_WAY', bindingId, until } : { kind: 'OFFER_CHANGED', bindingId };
}

/** What the holder agreed to in our own words, in the language they were shown in; null where they are others. */
async function agreedWords(
  tx: EntityManager,
  { about, toBindingId }: ObligationOffer,
  shown: string,
): Promise<{ readonly text: string; readonly locale: Locale } | null> {
  const to = toBindingId && (await findBinding(tx, toBindingId));
  const [card] = to ? await listCardsById(tx, [to.binding.cardId]) : [];
  if (!card) return null;
  const said = (['zh-CN', 'en'] as const).map((locale) => ({ text: consentOf(about, card, locale), locale }));
  return said.find(({ text }) => text === shown.trim()) ?? null;
}
