import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { givenId, isId, isMomentText, type Id } from '@bindery/kernel';
import type { Page, PageRequest } from '@bindery/persistence';
import {
  ConnectionArgs,
  listOfAbout,
  pagedList,
  requireStaff,
  staffOnly,
  type RequestContext,
} from '@bindery/subgraph';
import { digestOf } from '../dispute-opening';
import {
  DisputeStateEnum,
  type Dispute,
  type DisputeDecision,
  type DisputeEvidence,
  type DisputeState,
} from '../disputes';
import type { ConfirmDecision, DecideDispute } from './decide-dispute';
import { ConfirmDisputeDecisionInput, DecideDisputeInput } from './dispute-decisions.input';
import { toDecisionProblem } from './dispute-decisions.problems';
import {
  ConfirmDisputeDecisionResult,
  ConfirmDisputeDecisionSuccess,
  DecideDisputeResult,
  DecideDisputeSuccess,
} from './dispute-decisions.result';
import {
  DisputeDecisionRecordType,
  DisputeEvidenceType,
  DisputeFileConnection,
  DisputeFileType,
} from './dispute-file.type';

interface DisputeDecisionsResolverDeps {
  readonly findDispute: (id: Id<'dispute'>) => Promise<Dispute | null>;
  readonly findEvidence: (id: Id<'dispute'>) => Promise<DisputeEvidence | null>;
  readonly listDecisions: (id: Id<'dispute'>) => Promise<DisputeDecision[]>;
  readonly listDisputes: (
    agentId: Id<'account'>,
    states: readonly DisputeState[],
    page: PageRequest,
  ) => Promise<Page<Dispute>>;
  readonly decideDispute: DecideDispute;
  readonly confirmDecision: ConfirmDecision;
}

const toFile = (dispute: Dispute): DisputeFileType =>
  Object.assign(new DisputeFileType(), { ...dispute, source: dispute });

/** The place of a dispute in the queue. */
const queueKey = ({ decideBy, id }: Dispute) => `${decideBy.toISOString()} ${id}`;
const isQueueKey = (key: string) => {
  const [moment = '', id = '', ...rest] = key.split(' ');
  return rest.length === 0 && isId('dispute', id) && isMomentText(moment);
};

/** For our own people, who see a dispute and its evidence, and nothing else of the account: each field asks for the role itself. */
@Resolver(() => DisputeFileType)
export class DisputeDecisionsResolver {
  constructor(private readonly deps: DisputeDecisionsResolverDeps) {}

  @Directive(staffOnly)
  @Query(() => DisputeFileConnection, {
    description:
      'Disputes to decide, the soonest deadline first, nothing of one’s own; those of one state if it is given. For support.',
  })
  async disputes(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('state', () => DisputeStateEnum, { nullable: true, description: 'Only these; left out: OPEN and PROPOSED.' })
    state: DisputeState | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<DisputeFileConnection> {
    const { accountId } = requireStaff(context, info, 'AGENT');
    const states: readonly DisputeState[] = state ? [state] : ['OPEN', 'PROPOSED'];
    const list = pagedList<Dispute>({
      name: 'disputes',
      of: [...states],
      keyOf: queueKey,
      isKey: isQueueKey,
    });
    return list.toConnection(await this.deps.listDisputes(accountId, states, list.toPageRequest(args)), toFile);
  }

  @Directive(staffOnly)
  @Query(() => DisputeFileType, {
    nullable: true,
    description: 'One dispute; null where there is none, or it is one’s own. For support.',
  })
  async dispute(
    @Arg('id', () => ID, { description: 'Its id, e.g. dispute_01h455vb4pex5vsknk084sn02q.' }) id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<DisputeFileType | null> {
    const { accountId } = requireStaff(context, info, 'AGENT');
    const found = await this.deps.findDispute(givenId('dispute', id));
    return found && found.accountId !== accountId ? toFile(found) : null;
  }

  @FieldResolver(() => DisputeEvidenceType, { description: 'What was known when it was opened.' })
  async evidence(
    @Root() { id }: DisputeFileType,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<DisputeEvidenceType> {
    requireStaff(context, info, 'AGENT');
    const row = await this.deps.findEvidence(id);
    if (!row) throw new Error(`dispute ${id} has no evidence`);
    const { takenAt, evidence, digest } = row;
    return Object.assign(new DisputeEvidenceType(), {
      takenAt,
      snapshot: evidence,
      digest,
      isIntact: digestOf(evidence) === digest,
    });
  }

  @Directive(listOfAbout(3))
  @FieldResolver(() => [DisputeDecisionRecordType], { description: 'What was said of it, the oldest first.' })
  async decisions(
    @Root() { id }: DisputeFileType,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<DisputeDecisionRecordType[]> {
    requireStaff(context, info, 'AGENT');
    return (await this.deps.listDecisions(id)).map(({ id: said, step, decision, words, decidedBy, at }) =>
      Object.assign(new DisputeDecisionRecordType(), { id: said, step, decision, reason: words, decidedBy, at }),
    );
  }

  @Directive(staffOnly)
  @Mutation(() => DecideDisputeResult, {
    description: 'Rejects a dispute, or proposes to uphold it, which another person has to confirm. For support.',
  })
  async decideDispute(
    @Arg('input', { description: 'The dispute and the decision.' }) input: DecideDisputeInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<typeof DecideDisputeResult> {
    const viewer = requireStaff(context, info, 'AGENT');
    const { idempotencyKey, decision, reason } = input;
    const disputeId = givenId('dispute', input.disputeId);
    const result = await this.deps.decideDispute({ viewer, idempotencyKey, disputeId, decision, words: reason });
    if (!result.ok) return toDecisionProblem(result.error, context.locale);
    return Object.assign(new DecideDisputeSuccess(), { dispute: await this.after(disputeId) });
  }

  @Directive(staffOnly)
  @Mutation(() => ConfirmDisputeDecisionResult, {
    description:
      'Another person agrees with a proposal, which carries it out: the card comes back or is revoked, the fee is refunded, other sessions end. For support.',
  })
  async confirmDisputeDecision(
    @Arg('input', { description: 'The dispute and the proposal.' }) input: ConfirmDisputeDecisionInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<typeof ConfirmDisputeDecisionResult> {
    const viewer = requireStaff(context, info, 'AGENT');
    const { idempotencyKey, agree } = input;
    const disputeId = givenId('dispute', input.disputeId);
    const decisionId = givenId('decision', input.decisionId);
    const result = await this.deps.confirmDecision({ viewer, idempotencyKey, disputeId, decisionId, agree });
    if (!result.ok) return toDecisionProblem(result.error, context.locale);
    return Object.assign(new ConfirmDisputeDecisionSuccess(), { dispute: await this.after(disputeId) });
  }

  private async after(id: Id<'dispute'>): Promise<DisputeFileType> {
    const found = await this.deps.findDispute(id);
    if (!found) throw new Error(`dispute ${id} is gone after it was decided`);
    return toFile(found);
  }
}
