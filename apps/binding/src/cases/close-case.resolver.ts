import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, Info, Mutation, Resolver } from 'type-graphql';
import { givenId, type Id } from '@bindery/kernel';
import { requireStaff, staffOnly, type RequestContext } from '@bindery/subgraph';
import { toCaseType } from './binding-case.mapper';
import { toCloseCaseProblem } from './cases.problems';
import type { BindingCase } from './cases.rules';
import type { CloseCase } from './close-case';
import { CloseCaseInput } from './close-case.input';
import { CloseCaseResult, CloseCaseSuccess } from './close-case.result';

interface CloseCaseResolverDeps {
  readonly closeCase: CloseCase;
  readonly findCase: (id: Id<'case'>) => Promise<BindingCase | null>;
}

/** For our own people, who see the case and nothing else of the account: the field asks for the role itself. */
@Resolver()
export class CloseCaseResolver {
  constructor(private readonly deps: CloseCaseResolverDeps) {}

  @Directive(staffOnly)
  @Mutation(() => CloseCaseResult, {
    description: 'Closes a case that nothing else ends, with a reason that its holder reads. For support.',
  })
  async closeCase(
    @Arg('input', { description: 'The case and the reason.' }) input: CloseCaseInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<typeof CloseCaseResult> {
    const viewer = requireStaff(context, info, 'AGENT');
    const { idempotencyKey, reason } = input;
    const caseId = givenId('case', input.caseId);
    const closed = await this.deps.closeCase({ viewer, idempotencyKey, caseId, reason });
    if (!closed.ok) return toCloseCaseProblem(closed.error, context.locale);
    const found = await this.deps.findCase(caseId);
    if (!found) throw new Error(`${caseId} is gone after it was closed`);
    return Object.assign(new CloseCaseSuccess(), { bindingCase: toCaseType(found, context.locale) });
  }
}
