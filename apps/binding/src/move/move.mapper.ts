import type { Id } from '@bindery/kernel';
import type { Locale } from '@bindery/localisation';
import type { RequestContext } from '@bindery/subgraph';
import type { Views } from '../cards';
import type { CardMove, MovePlan } from './move.rules';
import { CardMoveType, MovePlanType } from './move.type';
import { say } from './move.words';

type Shown = CardMove & { readonly successorId?: Id<'binding'> | null };

/** Cards of a plan, or of a move, as their holder sees them. */
export const toCardMoves = (views: Views, context: RequestContext, moves: readonly Shown[]): Promise<CardMoveType[]> =>
  Promise.all(
    moves.map(async ({ successorId = null, ...move }) =>
      Object.assign(new CardMoveType(), {
        binding: await views.bindingAfter(context, move.bindingId),
        successor: successorId && (await views.bindingAfter(context, successorId)),
        outcome: move.outcome,
        obstacle: move.obstacle,
        text: sayMove(move, context.locale),
        carries: [...move.carries],
        reviewDays: move.reviewDays,
      }),
    ),
  );

function sayMove({ outcome, obstacle, reviewDays: days }: CardMove, locale: Locale): string {
  if (days === null) return say(locale, obstacle ?? (outcome === 'NEEDS_STEP' ? 'NEEDS_STEP' : 'MOVES'));
  const reviewed = say(locale, obstacle ? 'REVIEWED.entered' : 'REVIEWED', { days });
  return obstacle ? [say(locale, obstacle), reviewed].join(locale === 'en' ? ' ' : '') : reviewed;
}

export const toMovePlan = async (views: Views, context: RequestContext, plan: MovePlan): Promise<MovePlanType> =>
  Object.assign(new MovePlanType(), {
    digest: plan.digest,
    from: { id: plan.fromDeviceId },
    to: { id: plan.toDeviceId },
    cards: await toCardMoves(views, context, plan.moves),
  });
