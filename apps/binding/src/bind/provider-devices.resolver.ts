import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '@bindery/subgraph';
import { findPlatform } from '../accounts';
import { ProviderType, takesPlatform } from '../catalogue';

/** What of a provider depends on the device that asks. */
@Resolver(() => ProviderType)
export class ProviderDevicesResolver {
  constructor(private readonly db: EntityManager) {}

  @FieldResolver(() => Boolean, {
    description:
      'Whether its cards can be bound on the device that asks; capabilities.platforms says where else. True as long as nobody is signed in, or nobody has said what the device runs.',
  })
  async bindableHere(
    @Root() { capabilities: { platforms } }: ProviderType,
    @Ctx() { viewer }: RequestContext,
  ): Promise<boolean> {
    if (platforms.length === 0 || !viewer) return true;
    return takesPlatform(platforms, await findPlatform(this.db, viewer.deviceId));
  }
}
