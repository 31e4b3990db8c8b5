import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, Info, Mutation, Resolver } from 'type-graphql';
import { givenId, type Id } from '@bindery/kernel';
import { requireStaff, staffOnly, type RequestContext } from '@bindery/subgraph';
import { toCaseType, type BindingCase } from '../cases';
import type { AskAgain } from './ask-again';
import type { ConfirmAnswer } from './confirm-answer';
import type { StatedAnswer } from './provider-answer.rules';
import { AskProviderAgainInput, ConfirmProviderAnswerInput, RecordProviderAnswerInput } from './provider-answers.input';
import { toStatedType } from './provider-answers.mapper';
import { toAnswerProblem, toAskProblem } from './provider-answers.problems';
import {
  AskProviderAgainResult,
  AskProviderAgainSuccess,
  ConfirmProviderAnswerResult,
  ConfirmProviderAnswerSuccess,
  RecordProviderAnswerResult,
  RecordProviderAnswerSuccess,
} from './provider-answers.result';
import type { RecordAnswer } from './record-answer';

interface ProviderAnswersResolverDeps {
  readonly askAgain: AskAgain;
  readonly recordAnswer: RecordAnswer;
  readonly confirmAnswer: ConfirmAnswer;
  readonly findCase: (id: Id<'case'>) => Promise<BindingCase | null>;
  readonly findAnswer: (id: Id<'answer'>) => Promise<StatedAnswer | null>;
}

/** For our own people, who see the case and nothing else of the account: each field asks for the role itself. */
@Resolver()
export class ProviderAnswersResolver {
  constructor(private readonly deps: ProviderAnswersResolverDeps) {}

  @Directive(staffOnly)
  @Mutation(() => AskProviderAgainResult, {
    description:
      'Has the provider asked now about what a case waits for; nothing is sent anew, and not more often than once in some minutes. For support.',
  })
  async askProviderAgain(
    @Arg('input', { description: 'The case.' }) input: AskProviderAgainInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<typeof AskProviderAgainResult> {
    const viewer = requireStaff(context, info, 'AGENT');
    const caseId = givenId('case', input.caseId);
    const asked = await this.deps.askAgain({ viewer, idempotencyKey: input.idempotencyKey, caseId });
    if (!asked.ok) return toAskProblem(asked.error, context.locale);
    return Object.assign(new AskProviderAgainSuccess(), { bindingCase: await this.caseOf(caseId, context) });
  }

  @Directive(staffOnly)
  @Mutation(() => RecordProviderAnswerResult, {
    description:
      'Takes down what a provider answered by letter or phone about what a case waits for. What tightens counts at once; what lets a card do more, moves money or leaves its holder with a risk waits for another agent. For support.',
  })
  async recordProviderAnswer(
    @Arg('input', { description: 'The case, the answer, and why.' }) input: RecordProviderAnswerInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<typeof RecordProviderAnswerResult> {
    const viewer = requireStaff(context, info, 'AGENT');
    const { idempotencyKey, answer, loanNumber = null, evidence, reason } = input;
    const caseId = givenId('case', input.caseId);
    const operationId = input.operationId ? givenId('operation', input.operationId) : null;
    const stated = { answer, loanNumber, evidence, reason };
    const recorded = await this.deps.recordAnswer({ viewer, idempotencyKey, caseId, operationId, ...stated });
    if (!recorded.ok) return toAnswerProblem(recorded.error, context.locale);
    return Object.assign(new RecordProviderAnswerSuccess(), await this.after(recorded.value.answerId, context));
  }

  @Directive(staffOnly)
  @Mutation(() => ConfirmProviderAnswerResult, {
    description:
      'Another agent agrees with what was taken down of a provider, which counts from then on; or either of them declines it. For support.',
  })
  async confirmProviderAnswer(
    @Arg('input', { description: 'What was taken down, and whether to agree.' }) input: ConfirmProviderAnswerInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<typeof ConfirmProviderAnswerResult> {
    const viewer = requireStaff(context, info, 'AGENT');
    const { idempotencyKey, agree } = input;
    const answerId = givenId('answer', input.answerId);
    const decided = await this.deps.confirmAnswer({ viewer, idempotencyKey, answerId, agree });
    if (!decided.ok) return toAnswerProblem(decided.error, context.locale);
    return Object.assign(new ConfirmProviderAnswerSuccess(), await this.after(answerId, context));
  }

  private async after(answerId: Id<'answer'>, context: RequestContext) {
    const stated = await this.deps.findAnswer(answerId);
    if (!stated) throw new Error(`${answerId} is gone after it was taken down`);
    return { stated: toStatedType(stated), bindingCase: await this.caseOf(stated.caseId, context) };
  }

  private async caseOf(caseId: Id<'case'>, { locale }: RequestContext) {
    const found = await this.deps.findCase(caseId);
    if (!found) throw new Error(`${caseId} is gone`);
    return toCaseType(found, locale);
  }
}
