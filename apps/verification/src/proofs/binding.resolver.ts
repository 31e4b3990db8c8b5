import type { Id } from '@bindery/kernel';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { listOfAbout, type ReferenceResolver, type RequestContext } from '@bindery/subgraph';
import { proofActions, type ProofAction } from '@bindery/trust';
import type { Factor } from '../factors';
import { BindingType, RequiredProof } from './binding.type';
import { requiredProofs } from './required-proofs.rules';

export interface BindingResolverDeps {
  /** How many codes an account can still ask for today. */
  readonly countCodesLeft: (accountId: Id<'account'>) => Promise<number>;
  /** By which it can prove something now, in the order to try. */
  readonly listUsableFactors: (accountId: Id<'account'>) => Promise<Factor[]>;
}

/** What binding says; undefined where it said nothing, or an action that is not known here. */
const readAction = (asked: string | null | undefined): ProofAction | null | undefined =>
  asked === null ? null : proofActions.find((known) => known === asked);

@Resolver(() => BindingType)
export class BindingResolver {
  constructor(private readonly deps: BindingResolverDeps) {}

  @Directive('@requires(fields: "proofAsked")')
  @Directive(listOfAbout(2))
  @FieldResolver(() => [RequiredProof], {
    nullable: true,
    description:
      'The proofs that the next step asks for: BIND while it waits for you, UNBIND while bound, RESTORE while it can be restored; empty when there is none, null when it cannot be told now.',
  })
  async requiredProofs(
    @Root() { proofAsked }: BindingType,
    @Ctx() { viewer, loader }: RequestContext,
  ): Promise<RequiredProof[] | null> {
    const action = readAction(proofAsked);
    if (!viewer || action === undefined) return null;
    const { countCodesLeft, listUsableFactors } = this.deps;
    const ofAccount = <Value>(name: string, read: (accountId: Id<'account'>) => Promise<Value>) =>
      loader<Id<'account'>, Value>(name, (accountIds) => Promise.all(accountIds.map(read))).load(viewer.accountId);
    const [remaining, factors] = await Promise.all([
      ofAccount('codes left', countCodesLeft),
      ofAccount('usable factors', listUsableFactors),
    ]);
    return requiredProofs(action, factors)?.map((proof) => ({ ...proof, remaining })) ?? null;
  }
}

/**
 * The representation brings the action that `requiredProofs` is about. Whose binding it is, binding has decided
 * before it gave the reference out; a stranger has no proofs to give.
 */
export const bindingReference: ReferenceResolver = (reference, { viewer }) =>
  viewer ? Object.assign(new BindingType(), reference) : null;
