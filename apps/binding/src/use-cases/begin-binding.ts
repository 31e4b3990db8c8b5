import type { EntityManager } from 'typeorm';
import type { GuardName } from '@bindery/card-lifecycle';
import { err, newId, ok, type Clock, type Result } from '@bindery/kernel';
import { verifyingDeadlineMs } from '../domain/binding';
import type { BindingErrorOf } from '../domain/binding.errors';
import type { Card } from '../domain/card';
import type { CardFingerprints } from '../domain/card-fingerprint';
import type { TokenisedCard } from '../domain/ports';
import type { ProviderProfile } from '../domain/provider-profile';
import { isKnownDevice, isLocked, isRemovedDevice } from '../persistence/account.repository';
import { countInSlots, findInSlot, findLatestOfCard } from '../persistence/binding.repository';
import { lockWallet } from '../persistence/wallet.repository';
import type { Caller } from './caller';
import { keepCard } from './keep-card';
import type { NewCard } from './read-new-card';
import type { RecordConsent } from './record-consent';
import type { Steps } from './take-step';

interface Beginning {
  readonly caller: Caller;
  readonly profile: ProviderProfile;
  readonly deviceId: string;
  readonly consent: { readonly text: string; readonly version: string };
  readonly identity: NewCard['identity'];
  readonly tokenised: TokenisedCard;
}

export type StartRefusal = BindingErrorOf<'NOT_FOUND' | 'ALREADY_BOUND' | 'BINDING_LIMIT' | 'BINDING_REFUSED'>;

interface BeginBindingDeps {
  readonly steps: Steps;
  readonly recordConsent: RecordConsent;
  readonly fingerprints: CardFingerprints;
  readonly clock: Clock;
}

/** Why nothing can be begun, whatever the card; null if it can. The device must be one of the caller's. */
export async function refuseBeginning(
  tx: EntityManager,
  { accountId, deviceId: ofSession }: Caller,
  deviceId: string,
): Promise<StartRefusal | null> {
  const isOwn =
    (deviceId === ofSession && !(await isRemovedDevice(tx, deviceId))) ||
    (await isKnownDevice(tx, accountId, deviceId));
  if (!isOwn) return { kind: 'NOT_FOUND' };
  return (await isLocked(tx, accountId)) ? { kind: 'BINDING_REFUSED', reason: 'ACCOUNT_LOCKED' } : null;
}

export type BeginBinding = (
  tx: EntityManager,
  beginning: Beginning,
) => Promise<Result<{ bindingId: string }, StartRefusal>>;

/** The part of a start inside its transaction. The wallet's lock makes starts of one account wait for each other, so that limits hold. */
export function createBeginBinding({ steps, recordConsent, fingerprints, clock }: BeginBindingDeps): BeginBinding {
  return async (tx, { caller, profile, deviceId, consent, identity, tokenised }) => {
    const { accountId } = caller;
    await lockWallet(tx, accountId);
    const refused = await refuseBeginning(tx, caller, deviceId);
    if (refused) return err(refused);
    const at = clock.now();
    const card = await keepCard(tx, fingerprints, { accountId, profile, identity, tokenised, at });
    const existing = await findInSlot(tx, { accountId, cardId: card.id, deviceId });
    const limit = await limitReached(tx, accountId, deviceId, profile);

    const draft = await draftOf(tx, card, deviceId, at);
    const began = await steps.begin(tx, draft, card, startTrigger(existing === null, limit === null), {
      channel: 'WALLET_APP',
    });
    if (began.ok) {
      await recordConsent(tx, {
        id: draft.consentId,
        accountId,
        bindingId: draft.id,
        provider: profile.code,
        providerName: profile.name,
        ...consent,
        at,
      });
      return ok({ bindingId: draft.id });
    }
    return err(refusalOf(began.error.guard, existing?.id ?? '', limit ?? 0));
  };
}

const startTrigger = (slotFree: boolean, withinProviderLimit: boolean) =>
  ({
    type: 'StartBinding',
    actor: 'HOLDER',
    invited: false,
    accountInGoodStanding: true,
    consentRecorded: true,
    slotFree,
    withinProviderLimit,
  }) as const;

function refusalOf(guard: GuardName | undefined, existingId: string, limit: number): StartRefusal {
  if (guard === 'slotFree') return { kind: 'ALREADY_BOUND', existingId };
  if (guard === 'withinProviderLimit') return { kind: 'BINDING_LIMIT', limit };
  throw new Error(`a start was refused for ${String(guard)}`);
}

/** The limit that another binding would break; null if none. */
async function limitReached(
  tx: EntityManager,
  accountId: string,
  deviceId: string,
  { code: provider, limits }: ProviderProfile,
): Promise<number | null> {
  const { perAccount, perDevice } = limits;
  if (perAccount !== null && (await countInSlots(tx, { accountId, provider })) >= perAccount) return perAccount;
  if (perDevice !== null && (await countInSlots(tx, { accountId, provider, deviceId })) >= perDevice) return perDevice;
  return null;
}

async function draftOf(tx: EntityManager, card: Card, deviceId: string, at: Date) {
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
