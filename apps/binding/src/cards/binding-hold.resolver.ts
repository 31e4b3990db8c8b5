import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Locale } from '@bindery/localisation';
import type { RequestContext } from '@bindery/subgraph';
import { collectsWhileHeld, type ProviderProfile } from '../catalogue';
import { cardKindOf } from '../providers';
import { BindingHoldType } from './binding.type';
import { say } from './cards.words';

@Resolver(() => BindingHoldType)
export class BindingHoldResolver {
  constructor(private readonly profileOf: (provider: string) => ProviderProfile) {}

  @FieldResolver(() => String, { description: 'The cause in words, in the language of the caller.' })
  text(@Root() { cause, of }: BindingHoldType, @Ctx() { locale }: RequestContext): string {
    const profile = this.profileOf(of.provider);
    if (cause === 'SUSPENDED_BY_PROVIDER') return saySuspended(profile, locale);
    if (cause === 'DISPUTE_OPEN' && of.isOver) return say(locale, 'hold.DISPUTE_OPEN.over');
    const hold = say(locale, cause === 'REVOKED' && of.isOff ? 'hold.REVOKED.off' : `hold.${cause}`);
    return of.isOff ? hold : sayLimits(hold, profile, locale);
  }
}

/** Whom to ask: where a card opens doors, it is people at the site. */
function saySuspended({ name, kind }: ProviderProfile, locale: Locale): string {
  const provider = name[locale];
  const { opensDoors } = cardKindOf(kind);
  return say(locale, opensDoors ? 'hold.SUSPENDED_BY_PROVIDER.door' : 'hold.SUSPENDED_BY_PROVIDER', { provider });
}

/** What a hold does not stop: what a provider does by itself, and a reader that asks nobody. */
function sayLimits(hold: string, profile: ProviderProfile, locale: Locale): string {
  const { name, kind } = profile;
  if (collectsWhileHeld(profile)) return say(locale, 'hold.collects', { hold, provider: name[locale] });
  return cardKindOf(kind).opensDoors ? say(locale, 'hold.opens', { hold }) : hold;
}
