import type { Clock, Id } from '@bindery/kernel';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { DateTimeScalar, type RequestContext } from '@bindery/subgraph';
import { groupedBy } from '../cards';
import { disputableUntil, whyNotDisputable, type Dispute } from '../disputes';
import { UsageRecordType } from '../usage';

interface UsageDisputeResolverDeps {
  readonly listDisputes: (ids: readonly Id<'binding'>[]) => Promise<Dispute[]>;
  readonly clock: Clock;
}

@Resolver(() => UsageRecordType)
export class UsageDisputeResolver {
  constructor(private readonly deps: UsageDisputeResolverDeps) {}

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description:
      'Until when openDispute takes it as UNAUTHORISED_USE, UTC, without words if by one tap; null where it is too late, or disputed already.',
  })
  async disputableUntil(
    @Root() { id: usageId, bindingId, at }: UsageRecordType,
    @Ctx() { loader }: RequestContext,
  ): Promise<Date | null> {
    const ofBinding = groupedBy(this.deps.listDisputes, (dispute: Dispute) => dispute.bindingId);
    const earlier = await loader('disputes by binding of use', ofBinding).load(bindingId);
    const wish = { about: 'UNAUTHORISED_USE', usageId, actAt: at } as const;
    return whyNotDisputable(wish, earlier, this.deps.clock.now()) ? null : disputableUntil(at);
  }
}
