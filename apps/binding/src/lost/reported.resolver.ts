import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { DateTimeScalar, type RequestContext } from '@bindery/subgraph';
import { CardType, DeviceType } from '../cards';
import type { LoadLostSince } from './lost-since.loader';

@Resolver(() => CardType)
export class CardReportedResolver {
  constructor(private readonly loadLostSince: LoadLostSince) {}

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when it is reported lost, UTC; null if it is not.',
  })
  lostSince(@Root() { id }: CardType, @Ctx() context: RequestContext): Promise<Date | null> {
    return this.loadLostSince(context, id);
  }
}

@Resolver(() => DeviceType)
export class DeviceReportedResolver {
  constructor(private readonly loadLostSince: LoadLostSince) {}

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when it is reported lost, UTC; null if it is not. Nothing new is bound on it meanwhile.',
  })
  lostSince(@Root() { id }: DeviceType, @Ctx() context: RequestContext): Promise<Date | null> {
    return this.loadLostSince(context, id);
  }
}
