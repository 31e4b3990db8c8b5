import type { EntityManager } from 'typeorm';
import type { GuardName } from '@bindery/card-lifecycle';
import { err, newId, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import type { Viewer } from '@bindery/trust';
import type { ProviderProfile } from '../../catalogue';
import { lockDefaultChoice } from '../../default-card';
import {
  type Binding,
  type Card,
  findBinding,
  findLatestOfCard,
  listInSlots,
  type Slot,
  type Transitions,
} from '../../lifecycle';
import type { CardIdentity, TokenisedCard } from '../../providers';
import type { Follows } from './follows.rules';
import type { AgreedTerms } from './agreed-terms.rules';
import type { StartRefusal } from './start-binding.errors';
import type { CardFingerprints } from './card-fingerprint.rules';
import { findOrCreateCard } from './find-or-create-card';
import type { RecordConsent } from '../../consents';
import { isHeldByStaff } from '../../staff-holds';
import type { ListBorrowing, WantedCards } from '../../succession';
import { limitReached } from './limits/limit-reached';
import { beginMove, findMove } from './begin-move';
import { accountLocked, alreadyBoundBy, cardHeld, isOwnDevice, refuseLost } from './refuse-beginning';

/** Time from the start to the holder's confirmation: a code can be asked for anew a few times. */
const verifyingDeadlineMs = 30 * 60_000;

interface Beginning {
  readonly viewer: Viewer;
  readonly profile: ProviderProfile;
  readonly deviceId: Id<'device'>;
  readonly consent: AgreedTerms;
  readonly identity: CardIdentity;
  readonly tokenised: TokenisedCard;
  readonly follows: Follows | null;
}

interface BeginBindingDeps {
  readonly transitions: Transitions;
  readonly recordConsent: RecordConsent;
  readonly fingerprints: CardFingerprints;
  readonly wantedCards: Pick<WantedCards, 'entered'>;
  readonly listBorrowing: ListBorrowing;
  readonly clock: Clock;
}

export type BeginBinding = (
  tx: EntityManager,
  beginning: Beginning,
) => Promise<Result<{ bindingId: Id<'binding'> }, StartRefusal>>;

/** The part of a start inside its transaction. The lock of the default card makes starts of one account wait for each other, so that limits hold. */
export function createBeginBinding({
  transitions,
  recordConsent,
  fingerprints,
  wantedCards,
  listBorrowing,
  clock,
}: BeginBindingDeps): BeginBinding {
  return async (tx, { viewer, profile, deviceId, consent, identity, tokenised, follows }) => {
    const { accountId } = viewer;
    await lockDefaultChoice(tx, accountId);
    if (!(await isOwnDevice(tx, viewer, deviceId))) return err({ kind: 'NOT_FOUND', field: 'deviceId' });
    const at = clock.now();
    const card = await findOrCreateCard(tx, fingerprints, { accountId, profile, identity, tokenised, at });
    const lost = await refuseLost(tx, accountId, { deviceId, cardId: card.id });
    if (lost) return err(lost);
    if (await isHeldByStaff(tx, card)) return err(cardHeld);
    const move = follows?.isBound
      ? null
      : await findMove(tx, { cardId: card.id, deviceId }, { profile, listBorrowing, at });
    if (move && !move.ok) return move;
    const previous = move?.value ? { bindingId: move.value.predecessorId, isBound: true } : follows;
    const givingWay = previous?.isBound ? await findBinding(tx, previous.bindingId, accountId) : null;
    const limit = await limitReached(tx, { accountId, deviceId }, profile, givingWay?.binding.deviceId);

    const draft = await draftOf(tx, card, deviceId, at, previous);
    const { id: bindingId, consentId: id } = draft;
    const given = {
      id,
      accountId,
      bindingId,
      provider: profile.code,
      purpose: 'BIND',
      ...consent,
      recordedAt: at,
    } as const;
    await recordConsent(tx, given, profile.name);
    const trigger = {
      type: 'StartBinding',
      actor: 'HOLDER',
      withinProviderLimit: limit === null,
    } as const;
    const began = await transitions.begin(tx, draft, card, trigger, {
      channel: 'WALLET_APP',
      ...(previous?.isBound ? { succession: move?.value ? 'MOVE' : 'REPLACEMENT' } : {}),
    });
    if (!began.ok) return err(await refusalOf(tx, began.error.guard, draft, limit ?? 0));
    if (move?.value) await beginMove(tx, move.value, began.value.binding, wantedCards);
    return ok({ bindingId });
  };
}

async function refusalOf(
  tx: EntityManager,
  guard: GuardName | undefined,
  slot: Slot,
  limit: number,
): Promise<StartRefusal> {
  if (guard === 'accountInGoodStanding') return accountLocked;
  const [holding] = guard === 'slotFree' ? await listInSlots(tx, [slot]) : [];
  if (holding) return alreadyBoundBy(holding);
  if (guard === 'withinProviderLimit') return { kind: 'BINDING_LIMIT', limit };
  throw new Error(`a start was refused for ${String(guard)}`);
}

async function draftOf(
  tx: EntityManager,
  card: Card,
  deviceId: Binding['deviceId'],
  at: Date,
  follows: Follows | null,
) {
  const previousId = follows?.bindingId ?? (await findLatestOfCard(tx, card.id))?.id;
  return {
    id: newId('binding', at.getTime()),
    cardId: card.id,
    accountId: card.accountId,
    provider: card.provider,
    kind: card.kind,
    deviceId,
    credentialReference: null,
    credentialDigest: null,
    consentId: newId('consent', at.getTime()),
    previousBindingId: previousId ?? null,
    deadline: new Date(at.getTime() + verifyingDeadlineMs),
    startedAt: at,
    boundAt: null,
    unboundAt: null,
    restorableUntil: null,
    promisedRestore: null,
    planId: null,
    unbindReason: null,
    receiptId: null,
  };
}
