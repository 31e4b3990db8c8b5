import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '@bindery/subgraph';
import { CardType, type Views } from '../cards';
import { UsageRecordType } from './usage-record.type';

@Resolver(() => UsageRecordType)
export class UsageRecordResolver {
  constructor(private readonly views: Views) {}

  @FieldResolver(() => CardType, { nullable: true, description: 'The card that was used; it may be taken off since.' })
  card(@Root() { cardId }: UsageRecordType, @Ctx() context: RequestContext): Promise<CardType | null> {
    return this.views.card(context, cardId);
  }
}
