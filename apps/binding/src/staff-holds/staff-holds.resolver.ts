import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Directive, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { givenId, type Id } from '@bindery/kernel';
import type { Page, PageRequest } from '@bindery/persistence';
import { ConnectionArgs, pagedById, requireStaff, staffOnly, type RequestContext } from '@bindery/subgraph';
import type { LayCardHold } from './lay-card-hold';
import type { LiftCardHold } from './lift-card-hold';
import { ownerOf, ownersFor, roleOf, type StaffHold, type StaffHoldOwner } from './staff-hold.rules';
import { StaffHoldConnection, StaffHoldType } from './staff-hold.type';
import { LayCardHoldInput, LiftCardHoldInput } from './staff-holds.input';
import { toLayProblem, toLiftProblem } from './staff-holds.problems';
import { LayCardHoldResult, LayCardHoldSuccess, LiftCardHoldResult, LiftCardHoldSuccess } from './staff-holds.result';

interface StaffHoldsResolverDeps {
  readonly findStaffHold: (id: Id<'hold'>) => Promise<StaffHold | null>;
  readonly listCardHolds: (
    of: { readonly bindingId: Id<'binding'>; readonly staffId: Id<'account'> },
    owners: readonly StaffHoldOwner[],
    page: PageRequest,
  ) => Promise<Page<StaffHold>>;
  readonly layCardHold: LayCardHold;
  readonly liftCardHold: LiftCardHold;
}

const toType = (hold: StaffHold): StaffHoldType =>
  Object.assign(new StaffHoldType(), { ...hold, owner: ownerOf[hold.reason] });

/** For our own people: each field asks for the role itself, and tells of an owner’s holds only those who speak for it. */
@Resolver()
export class StaffHoldsResolver {
  constructor(private readonly deps: StaffHoldsResolverDeps) {}

  @Directive(staffOnly)
  @Query(() => StaffHoldConnection, {
    description:
      'The holds that our own people laid on a card, lifted ones too: those of RISK for agents, those of COMPLIANCE for reviewers; none of one’s own card.',
  })
  async cardHolds(
    @Arg('bindingId', () => ID, {
      description: 'Id of a binding of the card, e.g. binding_01h455vb4pex5vsknk084sn02q.',
    })
    bindingId: string,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<StaffHoldConnection> {
    const { accountId, staffRoles = [] } = requireStaff(context, info, 'AGENT', 'REVIEWER');
    const owners = ownersFor(staffRoles);
    const of = { bindingId: givenId('binding', bindingId), staffId: accountId };
    const list = pagedById<StaffHold>('hold', { name: 'Query.cardHolds', of: [of.bindingId, ...owners] });
    return list.toConnection(await this.deps.listCardHolds(of, owners, list.toPageRequest(args)), toType);
  }

  @Directive(staffOnly)
  @Mutation(() => LayCardHoldResult, {
    description:
      'Holds a card from this moment, every binding of it, for a stated reason; none is begun until it is lifted. For agents, and for reviewers where a legal duty asks for it.',
  })
  async layCardHold(
    @Arg('input', { description: 'The card and the reason.' }) input: LayCardHoldInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<typeof LayCardHoldResult> {
    const viewer = requireStaff(context, info, roleOf[ownerOf[input.reason]]);
    const { idempotencyKey, reason, words } = input;
    const bindingId = givenId('binding', input.bindingId);
    const result = await this.deps.layCardHold({ viewer, idempotencyKey, bindingId, reason, words });
    if (!result.ok) return toLayProblem(result.error, context.locale);
    const { holdId, results } = result.value;
    return Object.assign(new LayCardHoldSuccess(), { hold: await this.after(holdId), bindings: results });
  }

  @Directive(staffOnly)
  @Mutation(() => LiftCardHoldResult, {
    description:
      'Lifts a hold of a card, once its provider agrees. One of RISK is lifted by an agent, one of COMPLIANCE by another reviewer than laid it.',
  })
  async liftCardHold(
    @Arg('input', { description: 'The hold.' }) input: LiftCardHoldInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<typeof LiftCardHoldResult> {
    const viewer = requireStaff(context, info, 'AGENT', 'REVIEWER');
    const { idempotencyKey, words } = input;
    const holdId = givenId('hold', input.holdId);
    const owners = ownersFor(viewer.staffRoles ?? []);
    const result = await this.deps.liftCardHold({ viewer, owners, idempotencyKey, holdId, words });
    if (!result.ok) return toLiftProblem(result.error, context.locale);
    return Object.assign(new LiftCardHoldSuccess(), {
      hold: await this.after(holdId),
      bindings: result.value.results,
    });
  }

  private async after(id: Id<'hold'>): Promise<StaffHoldType> {
    const found = await this.deps.findStaffHold(id);
    if (!found) throw new Error(`hold ${id} is gone after it was laid or lifted`);
    return toType(found);
  }
}
