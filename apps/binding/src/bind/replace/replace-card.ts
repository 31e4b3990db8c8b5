import { err, ok, type Id, type Result } from '@bindery/kernel';
import { isUniqueViolation, type UnitOfWork } from '@bindery/persistence';
import type { Viewer } from '@bindery/trust';
import type { EntityManager } from 'typeorm';
import { findBinding, type Transitions } from '../../lifecycle';
import { againIfBegun, type LayLostHolds } from '../../lost';
import { insertSuccession, isOutOfHands, listSuccessorsOf, type ReplacementReason } from '../../succession';
import type { NewCardFields } from '../start/read-new-card.rules';
import type { StartCard } from '../start/start-card';
import { isReplaceable, isReplacedKind } from './is-replaceable';
import type { ReplaceCardError, ReplaceRefusal } from './replace.errors';

interface ReplaceCardCommand {
  readonly viewer: Viewer;
  readonly clientAddress: string;
  readonly idempotencyKey: string;
  readonly bindingId: Id<'binding'>;
  readonly reason: ReplacementReason;
  readonly consent: { readonly text: string; readonly version: string };
  readonly card: NewCardFields;
}

/** The binding that is begun for the new card. */
export type ReplaceCard = (
  command: ReplaceCardCommand,
) => Promise<Result<{ readonly bindingId: Id<'binding'> }, ReplaceCardError>>;

interface ReplaceCardDeps {
  readonly unitOfWork: UnitOfWork;
  readonly startCard: StartCard;
  readonly layLostHolds: LayLostHolds;
  readonly transitions: Transitions;
}

/**
 * Begins to bind a new card that takes the place of one that is bound: the old one stays until then, held at once if it is in other hands. A card
 * that is lost is held even if the new one is refused.
 */
export function createReplaceCard({ unitOfWork, startCard, layLostHolds, transitions }: ReplaceCardDeps): ReplaceCard {
  return async ({ bindingId, reason, ...command }) => {
    const { accountId } = command.viewer;
    const old = await unitOfWork.run((tx) => findBinding(tx, bindingId, accountId));
    if (!old) return err({ kind: 'NOT_FOUND', field: 'bindingId' });
    const { provider, deviceId, cardId, state } = old.binding;
    if (isOutOfHands(reason) && state.phase === 'BOUND')
      await againIfBegun(() =>
        unitOfWork.run((tx) =>
          layLostHolds(tx, { accountId, subject: { kind: 'CARD', id: cardId }, channel: 'WALLET_APP' }),
        ),
      );

    /** Looked at before the card goes anywhere, and again when all is written. */
    const refuse = async (tx: EntityManager): Promise<ReplaceRefusal | null> => {
      const found = await findBinding(tx, bindingId, accountId);
      const [successor] = await listSuccessorsOf(tx, [bindingId]);
      if (successor) return { kind: 'REPLACEMENT_UNDER_WAY', successorId: successor.successorId };
      const { binding } = found ?? old;
      if (isReplaceable(binding)) return null;
      if (!isReplacedKind(binding)) return { kind: 'NOT_REPLACEABLE', bindingId, cardKind: binding.kind };
      return transitions.refuse(tx, binding);
    };
    const begin = () =>
      startCard<ReplaceRefusal>(
        { ...command, provider, deviceId },
        {
          operation: 'replaceCard',
          request: { bindingId, reason },
          follows: { bindingId, isBound: true },
          refuse,
          async begun(tx, successorId, begunAt) {
            const refused = await refuse(tx);
            if (refused) return err(refused);
            const kind = 'REPLACEMENT' as const;
            await insertSuccession(tx, {
              successorId,
              predecessorId: bindingId,
              accountId,
              provider,
              kind,
              reason,
              begunAt,
            });
            return ok(undefined);
          },
        },
      );
    const begun = await begin().catch((error: unknown) => {
      // Another replacement was begun between the look and the commit: looked at again, it is there.
      if (isUniqueViolation(error, 'succession_of_one')) return begin();
      throw error;
    });
    if (begun.ok || begun.error.kind !== 'ALREADY_BOUND') return begun;
    // By another replacement with the same card, perhaps: then that is what its holder is told.
    const refused = await unitOfWork.run(refuse);
    return refused ? err(refused) : begun;
  };
}
