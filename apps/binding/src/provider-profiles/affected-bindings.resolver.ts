import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, pagedById, requireStaff, type RequestContext } from '@bindery/subgraph';
import type { ProviderBinding } from '../lifecycle';
import type { PreviewChange } from './preview-change';
import {
  ProviderAffectedBindingConnection,
  ProviderChangePreviewType,
  type ProviderAffectedBindingType,
} from './provider-change-preview.type';

@Resolver(() => ProviderChangePreviewType)
export class AffectedBindingsResolver {
  constructor(private readonly listAffected: PreviewChange['list']) {}

  @FieldResolver(() => ProviderAffectedBindingConnection, {
    description:
      'The bindings that any part of the change meets, in the order they were begun: ids and phases, nothing of a person.',
  })
  async bindings(
    @Root() { affected }: ProviderChangePreviewType,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ProviderAffectedBindingConnection> {
    requireStaff(context, info, 'OPERATOR');
    const { provider, phases, beyond } = affected;
    const list = pagedById<ProviderBinding>('binding', {
      name: 'ProviderChangePreview.bindings',
      of: [provider, phases, beyond],
    });
    const page = await this.listAffected(affected, list.toPageRequest(args));
    return list.toConnection(page, ({ id, phase }): ProviderAffectedBindingType => ({ bindingId: id, phase }));
  }
}
