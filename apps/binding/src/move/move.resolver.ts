import type { EntityManager } from 'typeorm';
import { givenId } from '@bindery/kernel';
import type { Locale } from '@bindery/localisation';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { createToProblem, requestProblems, requireViewer, toProblem, type RequestContext } from '@bindery/subgraph';
import type { Views } from '../cards';
import { proofProblems } from '../proofs';
import type { MoveCards } from './move-cards';
import type { MoveCardsError, PlanMoveError } from './move.errors';
import { toCardMoves, toMovePlan } from './move.mapper';
import { remediesOf, type MovePlan } from './move.rules';
import {
  MoveCardsInput,
  MoveCardsResult,
  MoveCardsSuccess,
  MovePlanResult,
  type MovePlanType,
  MovePlanStaleError,
  NothingMovesError,
} from './move.type';
import { say } from './move.words';
import type { ReadMovePlan } from './read-move-plan';

interface MoveResolverDeps {
  readonly db: EntityManager;
  readonly readMovePlan: ReadMovePlan;
  readonly moveCards: MoveCards;
  readonly views: Views;
}

const toPlanProblem = createToProblem<PlanMoveError, typeof MovePlanResult>(requestProblems);

/** Those with a plan are made where it can be shown. */
const toMoveProblem = createToProblem<
  Exclude<MoveCardsError, { readonly kind: 'MOVE_PLAN_STALE' | 'NOTHING_MOVES' }>,
  typeof MoveCardsResult
>({ ...requestProblems, ...proofProblems });

@Resolver()
export class MoveResolver {
  constructor(private readonly deps: MoveResolverDeps) {}

  @Query(() => MovePlanResult, {
    description: 'What a move of all cards of another device of the account to this one would do; nothing is done.',
  })
  async movePlan(
    @Arg('fromDeviceId', () => ID, { description: 'The device they are on, e.g. device_01h455vb4pex5vsknk084sn02q.' })
    fromDeviceId: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof MovePlanResult> {
    const { db, readMovePlan, views } = this.deps;
    const plan = await readMovePlan(db, requireViewer(context), givenId('device', fromDeviceId));
    return plan.ok ? toMovePlan(views, context, plan.value) : toPlanProblem(plan.error, context.locale);
  }

  @Mutation(() => MoveCardsResult, {
    description:
      'Moves all cards of another device of the account to this one, as in one plan and by one proof; each card has a result of its own, and stays usable on the old device until it is bound on the new one. A card that has to be entered is asked for, and moves once startBinding and confirmBinding have bound it here.',
  })
  async moveCards(
    @Arg('input', { description: 'The old device, the plan and the proof.' }) input: MoveCardsInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof MoveCardsResult> {
    const { moveCards, views } = this.deps;
    const fromDeviceId = givenId('device', input.fromDeviceId);
    const moved = await moveCards({ ...input, fromDeviceId, viewer: requireViewer(context) });
    if (moved.ok)
      return Object.assign(new MoveCardsSuccess(), {
        from: { id: moved.value.fromDeviceId },
        to: { id: moved.value.toDeviceId },
        cards: await toCardMoves(views, context, moved.value.cards),
      });
    const { error } = moved;
    if (error.kind !== 'MOVE_PLAN_STALE' && error.kind !== 'NOTHING_MOVES') return toMoveProblem(error, context.locale);
    const plan = await toMovePlan(views, context, error.plan);
    return error.kind === 'MOVE_PLAN_STALE'
      ? planStale(plan, context.locale)
      : nothingMoves(error.plan, plan, context.locale);
  }
}

const planStale = (plan: MovePlanType, locale: Locale): MovePlanStaleError =>
  Object.assign(
    new MovePlanStaleError(),
    toProblem('MOVE_PLAN_STALE', say(locale, 'MOVE_PLAN_STALE'), [{ code: 'StartChallenge' }], locale),
    { plan },
  );

const nothingMoves = ({ moves }: MovePlan, plan: MovePlanType, locale: Locale): NothingMovesError =>
  Object.assign(
    new NothingMovesError(),
    toProblem('NOTHING_MOVES', say(locale, 'NOTHING_MOVES'), remediesOf(moves), locale),
    { plan },
  );
