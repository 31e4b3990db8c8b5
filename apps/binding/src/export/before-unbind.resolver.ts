import type { Id } from '@bindery/kernel';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { RemedyType, toRemedyType, type RequestContext } from '@bindery/subgraph';
import { UnbindPlanType } from '../unbind-plan';

@Resolver(() => UnbindPlanType)
export class BeforeUnbindResolver {
  constructor(private readonly hasUsage: (bindingId: Id<'binding'>) => Promise<boolean>) {}

  @FieldResolver(() => [RemedyType], {
    description:
      'What can be done beforehand, in the order to offer; EXPORT_RECORDS where the card has uses, which stay afterwards too (requirement 6).',
  })
  async beforehand(@Root() { bindingId }: UnbindPlanType, @Ctx() { locale }: RequestContext): Promise<RemedyType[]> {
    return (await this.hasUsage(bindingId)) ? [toRemedyType({ code: 'ExportRecords' }, locale)] : [];
  }
}
