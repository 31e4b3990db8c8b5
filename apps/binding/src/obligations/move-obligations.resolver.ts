import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { formatMoney } from '@bindery/values';
import { asksOutside, listOfAbout, type RequestContext } from '@bindery/subgraph';
import type { Catalogue } from '../catalogue';
import { CardMoveType, fateOf, isPartOf, sayMove } from '../move';
import { actsOn } from './acts-on.rules';
import type { LoadObligations } from './obligations.loader';
import type { ToObligations } from './obligations.mapper';
import { CardMoveObligationType, type ObligationsType } from './obligations.type';
import { say } from './obligations.words';

interface MoveObligationsResolverDeps {
  readonly loadObligations: LoadObligations;
  readonly mapper: ToObligations;
  readonly profileOf: Catalogue['profileOf'];
}

type Thing = Pick<CardMoveObligationType, 'kind' | 'about' | 'amount'> & { readonly obligationId: string | null };

@Resolver(() => CardMoveType)
export class MoveObligationsResolver {
  constructor(private readonly deps: MoveObligationsResolverDeps) {}

  @Directive(asksOutside)
  @Directive(listOfAbout(3))
  @FieldResolver(() => [CardMoveObligationType], {
    nullable: true,
    description:
      'What hangs on the old one at its provider, which is asked now, and what becomes of each by the move; empty where it stays, null when the provider does not say.',
  })
  async obligations(
    @Root() { binding, outcome }: CardMoveType,
    @Ctx() context: RequestContext,
  ): Promise<CardMoveObligationType[] | null> {
    if (!isPartOf({ outcome })) return [];
    const { loadObligations, mapper, profileOf } = this.deps;
    const read = await loadObligations(context, binding.id);
    if (!read) return null;
    const shown = await mapper.toObligations(context, read);
    const profile = profileOf(binding.source.provider);
    const { locale } = context;
    return thingsOf(shown, say(locale, 'balance')).map(({ obligationId, ...thing }) => {
      const fate = fateOf(thing.kind, profile);
      const what = [thing.about, ...(thing.amount ? [formatMoney(thing.amount, locale)] : [])].join(' ');
      return Object.assign(new CardMoveObligationType(), {
        ...thing,
        fate,
        text: sayMove(locale, `fate.${fate}`, { what }),
        offers: shown.offers.filter(
          (one) => one.obligationId === obligationId && actsOn[thing.kind].includes(one.kind),
        ),
      });
    });
  }
}

/** Balance, pending payments and mandates, in this order; a balance of nothing is none. */
function thingsOf({ balance, pending, mandates }: ObligationsType, nameOfBalance: string): Thing[] {
  return [
    ...(balance && balance.value > 0
      ? [{ kind: 'BALANCE' as const, about: nameOfBalance, amount: balance, obligationId: null }]
      : []),
    ...pending.map(({ id, about, amount }) => ({
      kind: 'PENDING_PAYMENT' as const,
      about,
      amount,
      obligationId: id,
    })),
    ...mandates.map(({ id, merchant, amount }) => ({
      kind: 'MANDATE' as const,
      about: merchant,
      amount,
      obligationId: id,
    })),
  ];
}
