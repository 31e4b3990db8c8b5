import type { Id } from '@bindery/kernel';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { listOfAbout, type ReferenceResolver, type RequestContext } from '@bindery/subgraph';
import { proofActions } from '@bindery/trust';
import type { Factor } from '../factors';
import { BindingType, RequiredProof } from './binding.type';
import { readActions, requiredProofs } from './required-proofs.rules';

export interface BindingResolverDeps {
  /** How many codes an account can still ask for today. */
  readonly countCodesLeft: (accountId: Id<'account'>) => Promise<number>;
  /** By which it can prove something now, in the order to try. */
  readonly listUsableFactors: (accountId: Id<'account'>) => Promise<Factor[]>;
}

@Resolver(() => BindingType)
export class BindingResolver {
  constructor(private readonly deps: BindingResolverDeps) {}

  @Directive('@requires(fields: "proofsAsked")')
  @Directive(listOfAbout(2))
  @FieldResolver(() => [RequiredProof], {
    nullable: true,
    description:
      'The proofs that next steps ask for, in their order: BIND to confirm, FOUND (of the card or its device) while it is reported lost, MOVE (of its device) while it is on another device, UNBIND while bound, RESTORE while it can be restored; empty when there is none, null when it cannot be told now.',
  })
  async requiredProofs(
    @Root() { proofsAsked }: BindingType,
    @Ctx() { viewer, loader }: RequestContext,
  ): Promise<RequiredProof[] | null> {
    const actions = readActions(proofsAsked, proofActions);
    if (!viewer || !actions) return null;
    const { countCodesLeft, listUsableFactors } = this.deps;
    const ofAccount = <Value>(name: string, read: (accountId: Id<'account'>) => Promise<Value>) =>
      loader<Id<'account'>, Value>(name, (accountIds) => Promise.all(accountIds.map(read))).load(viewer.accountId);
    const [remaining, factors] = await Promise.all([
      ofAccount('codes left', countCodesLeft),
      ofAccount('usable factors', listUsableFactors),
    ]);
    return requiredProofs(actions, factors).map((proof) => ({ ...proof, remaining }));
  }
}

/**
 * The representation brings the actions that `requiredProofs` are about. Whose binding it is, binding has decided
 * before it gave the reference out; a stranger has no proofs to give.
 */
export const bindingReference: ReferenceResolver = (reference, { viewer }) =>
  viewer ? Object.assign(new BindingType(), reference) : null;
