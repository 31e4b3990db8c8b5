import type { Clock, Id } from '@bindery/kernel';
import type { InBothLanguages } from '@bindery/localisation';
import type { Outbox } from '@bindery/messaging';
import type { Viewer } from '@bindery/trust';
import type { EntityManager } from 'typeorm';
import { findRemovalAnswer, insertRemovalAnswer, isAskedAbout } from '../disputes';
import { findRemoval, type LockedBinding } from '../lifecycle';

/** Keeps what a holder says of a removal elsewhere, and tells it; false where nothing is asked. The first answer stands. */
export type KeepRemovalAnswer = (
  tx: EntityManager,
  locked: LockedBinding,
  viewer: Viewer,
  itWasMe: boolean,
) => Promise<boolean>;

interface KeepRemovalAnswerDeps {
  readonly outbox: Outbox;
  readonly nameOf: (provider: string) => InBothLanguages;
  readonly clock: Clock;
}

export function createKeepRemovalAnswer({ outbox, nameOf, clock }: KeepRemovalAnswerDeps): KeepRemovalAnswer {
  return async (tx, { binding }, { accountId, sessionId }, itWasMe) => {
    const { id: bindingId, cardId, provider } = binding;
    const removal = await findRemoval(tx, bindingId);
    if (!removal || !isAskedAbout(binding, removal)) return false;
    const removalVersion: number = removal.version;
    if (await findRemovalAnswer(tx, bindingId, removalVersion)) return true;
    const at = clock.now();
    await insertRemovalAnswer(tx, { bindingId, removalVersion, itWasMe, sessionId, at });
    const about: { bindingId: Id<'binding'>; cardId: Id<'card'> } = { bindingId, cardId };
    const told = { accountId, provider, providerName: nameOf(provider), removalVersion, itWasMe, at: at.toISOString() };
    await outbox.append(tx, { type: 'bindery.removal.answered.v1', key: bindingId, data: { ...about, ...told } });
    return true;
  };
}
