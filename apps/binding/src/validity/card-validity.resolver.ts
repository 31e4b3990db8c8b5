import { FieldResolver, Resolver, Root } from 'type-graphql';
import { CardType } from '../cards';
import type { ProviderProfile } from '../catalogue';
import { worksUntil } from './validity.rules';

@Resolver(() => CardType)
export class CardValidityResolver {
  constructor(private readonly profiles: ReadonlyMap<string, ProviderProfile>) {}

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The last day on which it is taken, with the days of grace of its provider, e.g. 2030-08-07; null where it does not expire.',
  })
  worksUntil(@Root() { expiresOn, providerCode }: CardType): string | null {
    return expiresOn && worksUntil(expiresOn, this.profiles.get(providerCode)?.validity.graceDays ?? 0);
  }
}
