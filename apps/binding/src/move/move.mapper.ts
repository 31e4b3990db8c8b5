import type { Id } from '@bindery/kernel';
import type { RequestContext } from '@bindery/subgraph';
import type { Views } from '../cards';
import type { CardMove, MovePlan } from './move.rules';
import { CardMoveType, MovePlanType } from './move.type';
import { say } from './move.words';

type Shown = CardMove & { readonly successorId?: Id<'binding'> | null };

/** Cards of a plan, or of a move, as their holder sees them. */
export const toCardMoves = (views: Views, context: RequestContext, moves: readonly Shown[]): Promise<CardMoveType[]> =>
  Promise.all(
    moves.map(async ({ bindingId, outcome, obstacle, carries, successorId = null }) =>
      Object.assign(new CardMoveType(), {
        binding: await views.bindingAfter(context, bindingId),
        successor: successorId && (await views.bindingAfter(context, successorId)),
        outcome,
        obstacle,
        text: say(context.locale, obstacle ?? (outcome === 'NEEDS_STEP' ? 'NEEDS_STEP' : 'MOVES')),
        carries: [...carries],
      }),
    ),
  );

export const toMovePlan = async (views: Views, context: RequestContext, plan: MovePlan): Promise<MovePlanType> =>
  Object.assign(new MovePlanType(), {
    digest: plan.digest,
    from: { id: plan.fromDeviceId },
    to: { id: plan.toDeviceId },
    cards: await toCardMoves(views, context, plan.moves),
  });
