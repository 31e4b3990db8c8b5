import { createAbuseLedger } from '@bindery/abuse-ledger';
import { tellSpentBudget, type Feature, type FeatureClasses, type Foundation } from '@bindery/subgraph';
import type { Views } from '../cards';
import type { Catalogue } from '../catalogue';
import {
  createTellDispute,
  findDispute,
  listDecisions,
  listDisputesOfBindings,
  listRemovalAnswers,
  type ReadDisputables,
} from '../disputes';
import { listRemovals, type Transitions } from '../lifecycle';
import type { ListNextSteps, LoadOffers } from '../next-steps';
import { listChargesOf } from '../unbind';
import { createAnswerWasThisYou } from './answer-was-this-you';
import { createBeginDispute } from './begin-dispute';
import { DisputeOpeningResolver } from './dispute-opening.resolver';
import { say } from './dispute-opening.words';
import { disputeTryRules } from './dispute-tries.rules';
import { DisputeResolver } from './dispute.resolver';
import { createKeepRemovalAnswer } from './keep-removal-answer';
import { createOpenDispute } from './open-dispute';
import { RemovalQuestionResolver } from './removal-question.resolver';
import { UsageDisputeResolver } from './usage-dispute.resolver';

export { createReadDisputables } from './read-disputables';
export { digestOf } from './take-evidence';

export const disputeOpeningClasses = {
  resolvers: [DisputeOpeningResolver, DisputeResolver, RemovalQuestionResolver, UsageDisputeResolver],
} satisfies FeatureClasses;

interface DisputeOpeningDeps {
  readonly transitions: Transitions;
  readonly catalogue: Catalogue;
  readonly views: Views;
  readonly loadOffers: LoadOffers;
  readonly listNextSteps: ListNextSteps;
  readonly readDisputables: ReadDisputables;
  /** Base64 by key id, the current one first; names who is counted. */
  readonly fingerprintKeys: Readonly<Record<string, string>>;
}

/** The holder's side of a dispute: opening it, and seeing how it stands. */
export function createDisputeOpening(foundation: Foundation, deps: DisputeOpeningDeps) {
  const { db, once, outbox, clock, security } = foundation;
  const { transitions, catalogue, views, readDisputables, loadOffers, listNextSteps, fingerprintKeys } = deps;
  const ledger = createAbuseLedger({
    rules: disputeTryRules,
    key: Buffer.from(Object.values(fingerprintKeys)[0] ?? '', 'base64'),
    clock,
    onSpent: tellSpentBudget(foundation),
  });
  const tell = createTellDispute(outbox, (provider) => catalogue.profileOf(provider).name);
  const nameOf = (provider: string) => catalogue.profileOf(provider).name;
  const keepRemovalAnswer = createKeepRemovalAnswer({ outbox, nameOf, clock });
  const { profiles } = catalogue;
  const beginDispute = createBeginDispute({ transitions, profiles, ledger, keepRemovalAnswer, tell, clock });
  const openDispute = createOpenDispute({ once, beginDispute, security, tappedWords: say('en', 'tapped.use') });
  const tappedWords = say('en', 'tapped');
  const answerWasThisYou = createAnswerWasThisYou({ once, beginDispute, keepRemovalAnswer, tappedWords });
  return {
    feature: {
      resolvers: [
        new DisputeOpeningResolver({
          openDispute,
          answerWasThisYou,
          listDisputes: (ids) => listDisputesOfBindings(db, ids),
          findDispute: (id) => findDispute(db, id),
          views,
          readDisputables: (bindings) => readDisputables(db, bindings),
        }),
        new UsageDisputeResolver({ listDisputes: (ids) => listDisputesOfBindings(db, ids), clock }),
        new RemovalQuestionResolver({
          listRemovals: (ids) => listRemovals(db, ids),
          listRemovalAnswers: (ids) => listRemovalAnswers(db, ids),
        }),
        new DisputeResolver({
          listDecisions: (ids) => listDecisions(db, ids),
          listCharges: (ids) => listChargesOf(db, ids),
          views,
          loadOffers,
          listNextSteps,
          profileOf: catalogue.profileOf,
        }),
      ],
    } satisfies Feature,
  };
}
