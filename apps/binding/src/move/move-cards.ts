import type { EntityManager } from 'typeorm';
import { err, newId, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import { isUniqueViolation, type Once } from '@bindery/persistence';
import type { Viewer } from '@bindery/trust';
import type { Catalogue } from '../catalogue';
import { findConsent, type RecordConsent } from '../consents';
import { lockDefaultChoice } from '../default-card';
import { lockBindingsOfAccount, prepareOperation, type LockedBinding, type Transitions } from '../lifecycle';
import type { UseProof } from '../proofs';
import { insertSuccession, type WantCard } from '../succession';
import type { MoveCardsError } from './move.errors';
import { goesAlong, hasToBeEntered, isPartOf, type CardMove, type MovePlan } from './move.rules';
import type { ReadMovePlan } from './read-move-plan';

interface MoveCardsCommand {
  readonly viewer: Viewer;
  readonly idempotencyKey: string;
  readonly fromDeviceId: Id<'device'>;
  readonly planDigest: string;
  /** Token of a proof for MOVE of the old device, for this plan. */
  readonly proof: string;
}

/** One card of the plan; `successorId` where it is on its way: one that has to be entered is only once it was. */
export interface MovedCard extends CardMove {
  readonly successorId: Id<'binding'> | null;
}

export interface MovedCards {
  readonly fromDeviceId: Id<'device'>;
  readonly toDeviceId: Id<'device'>;
  readonly cards: readonly MovedCard[];
}

type Outcome = Result<MovedCards, MoveCardsError>;
export type MoveCards = (command: MoveCardsCommand) => Promise<Outcome>;

interface MoveCardsDeps {
  readonly once: Once;
  readonly readMovePlan: ReadMovePlan;
  readonly transitions: Transitions;
  readonly recordConsent: RecordConsent;
  readonly useProof: UseProof;
  readonly wantCard: WantCard;
  readonly catalogue: Pick<Catalogue, 'profileOf'>;
  readonly clock: Clock;
}

/**
 * Moves all cards of a plan to the device of the session, by one proof: each is begun there with what its provider keeps of it, in one transaction,
 * and asked of its provider by a job of its own. So what a killed process leaves goes on, and each card ends as its provider says.
 * A card that has to be entered waits for its holder, who begins to bind it with a proof of its own: this one is spent by then.
 */
export function createMoveCards({ once, ...deps }: MoveCardsDeps): MoveCards {
  return async (command) => {
    const { viewer, idempotencyKey, fromDeviceId, planDigest, proof } = command;
    const request = { fromDeviceId, toDeviceId: viewer.deviceId, planDigest, proof };
    const run = () =>
      once({ owner: viewer.accountId, operation: 'moveCards', idempotencyKey, request }, (tx) =>
        move(tx, command, deps),
      );
    return run().catch((error: unknown) => {
      // One of the cards was begun, or replaced, between the look and the commit: looked at again, the plan is another.
      if (isUniqueViolation(error, 'succession_of_one') || isUniqueViolation(error, 'binding_slot')) return run();
      throw error;
    });
  };
}

async function move(
  tx: EntityManager,
  { viewer, fromDeviceId, planDigest, proof }: MoveCardsCommand,
  { readMovePlan, useProof, wantCard, ...deps }: Omit<MoveCardsDeps, 'once'>,
): Promise<Outcome> {
  const { accountId, deviceId: toDeviceId } = viewer;
  const locked = new Map((await lockBindingsOfAccount(tx, accountId)).map((one) => [one.binding.id, one]));
  // Those who begin to bind wait here, so that limits hold.
  await lockDefaultChoice(tx, accountId);
  const plan = await readMovePlan(tx, viewer, fromDeviceId);
  if (!plan.ok) return plan;
  if (plan.value.digest !== planDigest) return err({ kind: 'MOVE_PLAN_STALE', plan: plan.value });
  if (!plan.value.moves.some(isPartOf)) return err({ kind: 'NOTHING_MOVES', plan: plan.value });
  const factors = factorsOf(plan.value, locked, deps.catalogue);
  const used = await useProof(tx, proof, { action: 'MOVE', subjectId: fromDeviceId, accountId, planDigest, factors });
  if (!used.ok) return used;

  const cards: MovedCard[] = [];
  for (const one of plan.value.moves) {
    const old = locked.get(one.bindingId);
    const proofId = used.value.id;
    const successorId = old && goesAlong(one) ? await beginOn(tx, toDeviceId, old, proofId, deps) : null;
    if (old && hasToBeEntered(one)) await wantCard(tx, old.binding, { deviceId: toDeviceId, proofId });
    cards.push({ ...one, successorId });
  }
  return ok({ fromDeviceId, toDeviceId, cards });
}

/** Those that every provider takes whose card moves: by this proof it is bound, or asked for. */
function factorsOf(
  { moves }: MovePlan,
  locked: ReadonlyMap<Id<'binding'>, LockedBinding>,
  { profileOf }: Pick<Catalogue, 'profileOf'>,
): readonly string[] {
  const [first = [], ...others] = moves.filter(isPartOf).flatMap(({ bindingId }) => {
    const old = locked.get(bindingId);
    return old ? [profileOf(old.binding.provider).requirements.BIND.factors] : [];
  });
  return first.filter((factor) => others.every((taken) => taken.includes(factor)));
}

/** Begins and confirms one card on the new device: with the consent that its holder gave, and the proof that they gave for the plan. */
async function beginOn(
  tx: EntityManager,
  deviceId: Id<'device'>,
  { binding: old, card }: LockedBinding,
  proofId: Id<'proof'>,
  {
    transitions,
    recordConsent,
    catalogue,
    clock,
  }: Omit<MoveCardsDeps, 'once' | 'readMovePlan' | 'useProof' | 'wantCard'>,
): Promise<Id<'binding'>> {
  const at = clock.now();
  const profile = catalogue.profileOf(old.provider);
  const { accountId, provider } = old;
  const given = await findConsent(tx, old.consentId, accountId);
  if (!given) throw new Error(`${old.id} has no consent`);
  const successorId = newId('binding', at.getTime());
  const consentId = newId('consent', at.getTime());
  const { version, text, locale } = given;
  const consent = {
    id: consentId,
    accountId,
    bindingId: successorId,
    provider,
    purpose: 'BIND' as const,
    version,
    text,
    locale,
    recordedAt: at,
  };
  await recordConsent(tx, consent, profile.name);
  const context = { channel: 'WALLET_APP', reason: 'MOVED', proofId } as const;
  const begin = { type: 'StartBinding', actor: 'HOLDER', withinProviderLimit: true } as const;
  const begun = await transitions.begin(
    tx,
    {
      ...draftAfter(old, { id: successorId, deviceId, consentId, startedAt: at }),
      deadline: new Date(at.getTime() + profile.operationDeadlineSeconds * 1000),
    },
    card,
    begin,
    { ...context, succession: 'MOVE' },
  );
  if (!begun.ok) throw new Error(`${old.id} cannot be begun on ${deviceId}: ${begun.error.kind}`);
  const succession = {
    successorId,
    predecessorId: old.id,
    accountId,
    provider,
    kind: 'MOVE',
    reason: 'MOVED',
  } as const;
  await insertSuccession(tx, { ...succession, begunAt: at });
  const confirm = {
    type: 'RequirementsMet',
    actor: 'HOLDER',
    proofsFresh: true,
    proofsUnused: true,
    proofsForThisBinding: true,
    operation: prepareOperation('BIND', profile, at),
  } as const;
  const confirmed = await transitions.take(tx, begun.value, confirm, context);
  if (!confirmed.ok) throw new Error(`${successorId} cannot be confirmed: ${confirmed.error.kind}`);
  return successorId;
}

/** The same card on another device, before it is bound there. */
const draftAfter = (
  { id: previousBindingId, cardId, accountId, provider, kind }: LockedBinding['binding'],
  own: Pick<LockedBinding['binding'], 'id' | 'deviceId' | 'consentId' | 'startedAt'>,
) => ({
  ...own,
  ...{ previousBindingId, cardId, accountId, provider, kind },
  credentialReference: null,
  credentialDigest: null,
  deadline: null,
  boundAt: null,
  unboundAt: null,
  restorableUntil: null,
  promisedRestore: null,
  planId: null,
  unbindReason: null,
  receiptId: null,
});
