import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import {
  ConnectionArgs,
  listOfAbout,
  requireViewer,
  toConnection,
  toPageRequest,
  type RequestContext,
} from '@bindery/subgraph';
import type { ListChanges } from '../history/history.repository';
import { usageKey, type ListUsage } from '../usage/list-usage';
import { BindingType } from './binding.type';
import { toCardChangeType, toUsageRecordType } from './card.mapper';
import { CardChangeConnection, CardType, UsageRecordConnection } from './card.type';
import { toProviderType } from '../catalogue/provider.mapper';
import { ProviderType } from '../catalogue/provider.type';
import type { Views } from './views.mapper';

export interface CardResolverDeps {
  readonly views: Views;
  readonly listChanges: ListChanges;
  readonly listUsage: ListUsage;
}

@Resolver(() => CardType)
export class CardResolver {
  constructor(private readonly deps: CardResolverDeps) {}

  @Query(() => CardType, {
    nullable: true,
    description: 'A card of the viewer, unbound ones too; null when there is none of this id.',
  })
  card(
    @Arg('id', () => ID, { description: 'Id of the card, e.g. card_01h455vb4pex5vsknk084sn02q.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<CardType | null> {
    requireViewer(context);
    return this.deps.views.card(context, id);
  }

  @FieldResolver(() => Boolean, { description: 'Whether it pays by default.' })
  async isDefault(@Root() { id }: CardType, @Ctx() context: RequestContext): Promise<boolean> {
    return (await this.deps.views.defaultCardId(context)) === id;
  }

  @FieldResolver(() => ProviderType, { description: 'Who gave it out.' })
  provider(@Root() { providerCode }: CardType, @Ctx() { locale }: RequestContext): ProviderType {
    return toProviderType(this.deps.views.profile(providerCode), locale);
  }

  @Directive(listOfAbout(2))
  @FieldResolver(() => [BindingType], { description: 'Its bindings, one per device and life; the newest first.' })
  bindings(@Root() { id }: CardType, @Ctx() context: RequestContext): Promise<BindingType[]> {
    return this.deps.views.bindingsOf(context, id);
  }

  @FieldResolver(() => CardChangeConnection, {
    description: 'Every change with actor, channel, reason and time, the newest first (requirement 38).',
  })
  async history(
    @Root() { id }: CardType,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { locale }: RequestContext,
  ): Promise<CardChangeConnection> {
    const page = await this.deps.listChanges(id, toPageRequest(args));
    return toConnection(
      page,
      ({ position }) => position,
      (change) => toCardChangeType(change, locale),
    );
  }

  @FieldResolver(() => UsageRecordConnection, {
    description: 'Every use, the newest first; it outlives the binding (requirement 15).',
  })
  async usage(
    @Root() { id }: CardType,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { locale }: RequestContext,
  ): Promise<UsageRecordConnection> {
    const page = await this.deps.listUsage(id, toPageRequest(args));
    return toConnection(page, usageKey, (usage) => toUsageRecordType(usage, locale));
  }

  reference({ id }: { id: string }, context: RequestContext): Promise<CardType | null> {
    return this.deps.views.card(context, id);
  }
}
