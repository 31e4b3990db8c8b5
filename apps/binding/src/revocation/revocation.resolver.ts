import type { Id } from '@bindery/kernel';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '@bindery/subgraph';
import { BindingType, byId } from '../cards';
import { BindingReceiptType } from '../unbind';
import { toRevocationType } from './revocation.mapper';
import type { ReaderRevocation } from './revocation.rules';
import { BindingRevocationType } from './revocation.type';

type KnownRevocation = { readonly id: Id<'binding'>; readonly readers: readonly ReaderRevocation[] };

interface RevocationResolverDeps {
  readonly listRevocations: (ids: readonly Id<'binding'>[]) => Promise<KnownRevocation[]>;
}

async function load(
  { listRevocations }: RevocationResolverDeps,
  context: RequestContext,
  id: Id<'binding'>,
): Promise<BindingRevocationType | null> {
  const known = await context.loader('revocation', byId(listRevocations)).load(id);
  if (!known) return null;
  return toRevocationType(known.readers, context.locale, await context.timeZone());
}

@Resolver(() => BindingType)
export class BindingRevocationResolver {
  constructor(private readonly deps: RevocationResolverDeps) {}

  @FieldResolver(() => BindingRevocationType, {
    nullable: true,
    description:
      'For a card that opened doors and is off: which readers have confirmed, and the worst case for the rest. Null for any other.',
  })
  async revocation(
    @Root() { source }: BindingType,
    @Ctx() context: RequestContext,
  ): Promise<BindingRevocationType | null> {
    if (source.state.phase !== 'UNBOUND' && source.state.phase !== 'RETIRED') return null;
    return load(this.deps, context, source.id);
  }
}

@Resolver(() => BindingReceiptType)
export class ReceiptRevocationResolver {
  constructor(private readonly deps: RevocationResolverDeps) {}

  @FieldResolver(() => BindingRevocationType, {
    nullable: true,
    description:
      'For a card that opened doors: which readers have confirmed by now, and the worst case for the rest. Null for any other, and once the card is on again.',
  })
  async revocation(
    @Root() { bindingId }: BindingReceiptType,
    @Ctx() context: RequestContext,
  ): Promise<BindingRevocationType | null> {
    if (bindingId === null) return null;
    return load(this.deps, context, bindingId);
  }
}
