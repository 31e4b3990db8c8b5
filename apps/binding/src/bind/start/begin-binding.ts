import type { EntityManager } from 'typeorm';
import { possibleTriggers, type GuardName } from '@bindery/card-lifecycle';
import { err, newId, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import type { Viewer } from '@bindery/trust';
import type { ProviderProfile } from '../../catalogue';
import { lockDefaultChoice } from '../../default-card';
import {
  type Binding,
  type Card,
  countInSlots,
  findLatestOfCard,
  listInSlots,
  type Slot,
  type Transitions,
} from '../../lifecycle';
import type { CardIdentity, TokenisedCard } from '../../providers';
import type { AgreedTerms } from './agreed-terms.rules';
import type { StartRefusal } from './start-binding.errors';
import type { CardFingerprints } from './card-fingerprint.rules';
import { findOrCreateCard } from './find-or-create-card';
import type { RecordConsent } from '../../consents';
import { accountLocked, isOwnDevice } from './refuse-beginning';

/** Time from the start to the holder's confirmation: a code can be asked for anew a few times. */
const verifyingDeadlineMs = 30 * 60_000;

interface Beginning {
  readonly viewer: Viewer;
  readonly profile: ProviderProfile;
  readonly deviceId: Id<'device'>;
  readonly consent: AgreedTerms;
  readonly identity: CardIdentity;
  readonly tokenised: TokenisedCard;
}

interface BeginBindingDeps {
  readonly transitions: Transitions;
  readonly recordConsent: RecordConsent;
  readonly fingerprints: CardFingerprints;
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
  clock,
}: BeginBindingDeps): BeginBinding {
  return async (tx, { viewer, profile, deviceId, consent, identity, tokenised }) => {
    const { accountId } = viewer;
    await lockDefaultChoice(tx, accountId);
    if (!(await isOwnDevice(tx, viewer, deviceId))) return err({ kind: 'NOT_FOUND' });
    const at = clock.now();
    const card = await findOrCreateCard(tx, fingerprints, { accountId, profile, identity, tokenised, at });
    const limit = await limitReached(tx, accountId, deviceId, profile);

    const draft = await draftOf(tx, card, deviceId, at);
    const { id: bindingId, consentId: id } = draft;
    const given = { id, accountId, bindingId, provider: profile.code, ...consent, recordedAt: at };
    await recordConsent(tx, given, profile.name);
    const trigger = {
      type: 'StartBinding',
      actor: 'HOLDER',
      withinProviderLimit: limit === null,
    } as const;
    const began = await transitions.begin(tx, draft, card, trigger, { channel: 'WALLET_APP' });
    if (!began.ok) return err(await refusalOf(tx, began.error.guard, draft, limit ?? 0));
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
  if (holding) return { kind: 'ALREADY_BOUND', existingId: holding.id, canUnbind: canUnbind(holding) };
  if (guard === 'withinProviderLimit') return { kind: 'BINDING_LIMIT', limit };
  throw new Error(`a start was refused for ${String(guard)}`);
}

/** The limit that another binding would break; null if none. */
async function limitReached(
  tx: EntityManager,
  accountId: Card['accountId'],
  deviceId: Binding['deviceId'],
  { code: provider, limits }: ProviderProfile,
): Promise<number | null> {
  const { perAccount, perDevice } = limits;
  if (perAccount !== null && (await countInSlots(tx, { accountId, provider })) >= perAccount) return perAccount;
  if (perDevice !== null && (await countInSlots(tx, { accountId, provider, deviceId })) >= perDevice) return perDevice;
  return null;
}

async function draftOf(tx: EntityManager, card: Card, deviceId: Binding['deviceId'], at: Date) {
  const previous = await findLatestOfCard(tx, card.id);
  return {
    id: newId('binding', at.getTime()),
    cardId: card.id,
    accountId: card.accountId,
    provider: card.provider,
    kind: card.kind,
    deviceId,
    credentialReference: null,
    consentId: newId('consent', at.getTime()),
    previousBindingId: previous?.id ?? null,
    deadline: new Date(at.getTime() + verifyingDeadlineMs),
    startedAt: at,
    boundAt: null,
    unboundAt: null,
    restorableUntil: null,
    planId: null,
    unbindReason: null,
    receiptId: null,
  };
}

const canUnbind = ({ state }: Binding) => possibleTriggers(state, 'HOLDER').includes('RequestUnbind');
