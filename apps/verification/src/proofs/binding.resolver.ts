import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { listOfAbout, type RequestContext } from '@bindery/subgraph';
import { requiredProofsIn } from './required-proofs.rules';
import type { CountCodesLeft } from '../challenges/budgets/count-codes-left';
import { BindingType, RequiredProof } from './binding.type';

@Resolver(() => BindingType)
export class BindingResolver {
  constructor(private readonly countCodesLeft: CountCodesLeft) {}

  @Directive('@requires(fields: "phase")')
  @Directive(listOfAbout(2))
  @FieldResolver(() => [RequiredProof], {
    nullable: true,
    description:
      'The proofs that the next step asks for: BIND while it waits for you, UNBIND while bound, RESTORE while unbound; empty when there is none.',
  })
  async requiredProofs(
    @Root() { phase }: BindingType,
    @Ctx() { viewer, loader }: RequestContext,
  ): Promise<RequiredProof[] | null> {
    if (!viewer) return null;
    const remaining = await loader<string, number>('codes left', (accountIds) =>
      Promise.all(accountIds.map(this.countCodesLeft)),
    ).load(viewer.accountId);
    return requiredProofsIn(phase).map((proof) => ({ ...proof, remaining }));
  }
}
