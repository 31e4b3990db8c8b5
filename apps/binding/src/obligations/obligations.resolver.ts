import type { Id } from '@bindery/kernel';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { asksOutside, listOfAbout, type RequestContext } from '@bindery/subgraph';
import { BindingType, groupedBy } from '../cards';
import type { ObligationAct, OwedWait } from '../operations';
import type { ToObligations } from './obligations.mapper';
import { KeptAtProviderType, ObligationActType, ObligationsType } from './obligations.type';
import type { LoadObligations } from './obligations.loader';

interface ObligationsResolverDeps {
  readonly loadObligations: LoadObligations;
  readonly listActs: (bindingIds: readonly Id<'binding'>[]) => Promise<ObligationAct[]>;
  readonly listWaits: (bindingIds: readonly Id<'binding'>[]) => Promise<OwedWait[]>;
  readonly mapper: ToObligations;
}

@Resolver(() => BindingType)
export class ObligationsResolver {
  constructor(private readonly deps: ObligationsResolverDeps) {}

  @Directive(asksOutside)
  @FieldResolver(() => ObligationsType, {
    nullable: true,
    description:
      'What hangs on it at its provider, which is asked now: balance, pending payments, recurring ones, and what can be done about each; null when the provider does not say.',
  })
  async obligations(@Root() { id }: BindingType, @Ctx() context: RequestContext): Promise<ObligationsType | null> {
    const read = await this.deps.loadObligations(context, id);
    return read && this.deps.mapper.toObligations(context, read);
  }

  @FieldResolver(() => KeptAtProviderType, {
    nullable: true,
    description:
      'Why it is at its provider still although another has taken its place; null where nothing keeps it there. What can be done about it stands in `obligations.offers`.',
  })
  async keptAtProvider(
    @Root() { id }: BindingType,
    @Ctx() context: RequestContext,
  ): Promise<KeptAtProviderType | null> {
    const batch = groupedBy(this.deps.listWaits, ({ bindingId }) => bindingId);
    const [wait] = await context.loader('owed waits', batch).load(id);
    return wait ? this.deps.mapper.toKept(context, wait) : null;
  }

  @Directive(listOfAbout(2))
  @FieldResolver(() => [ObligationActType], {
    description: 'What its provider was asked to do about what hangs on it, the newest first; 50 at most.',
  })
  async obligationActs(@Root() { id }: BindingType, @Ctx() context: RequestContext): Promise<ObligationActType[]> {
    const batch = groupedBy(this.deps.listActs, ({ bindingId }) => bindingId);
    const acts = await context.loader('obligation acts', batch).load(id);
    return Promise.all(acts.map((act) => this.deps.mapper.toAct(context, act)));
  }
}
