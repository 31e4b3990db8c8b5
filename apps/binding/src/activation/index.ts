import { createAbuseLedger } from '@bindery/abuse-ledger';
import { tellSpentBudget, type Feature, type FeatureClasses, type Foundation } from '@bindery/subgraph';
import type { Views } from '../cards';
import type { Transitions } from '../lifecycle';
import type { KeepActivation, SettleOperation } from '../operations';
import type { Catalogue } from '../catalogue';
import { signsOurText, type Connectors } from '../providers';
import { createLoadActivation } from './activation.loader';
import { ActivationResolver } from './activation.resolver';
import { activationTryRules } from './activation-tries.rules';
import { createAnswerActivation } from './answer-activation';

export { createLoadActivation, type LoadActivation } from './activation.loader';

export const activationClasses = { resolvers: [ActivationResolver] } satisfies FeatureClasses;

interface ActivationDeps {
  readonly transitions: Transitions;
  readonly connectors: Connectors;
  readonly catalogue: Pick<Catalogue, 'profiles'>;
  readonly settleOperation: SettleOperation;
  readonly keepActivation: KeepActivation;
  readonly views: Views;
  /** Base64 by key id, the current one first. */
  readonly fingerprintKeys: Readonly<Record<string, string>>;
}

/** What a provider waits for the holder to do, and their answer to it. */
export function createActivation(
  foundation: Foundation,
  { views, catalogue, fingerprintKeys, ...deps }: ActivationDeps,
) {
  const { db, once, clock } = foundation;
  const ledger = createAbuseLedger({
    rules: activationTryRules,
    key: Buffer.from(Object.values(fingerprintKeys)[0] ?? '', 'base64'),
    clock,
    onSpent: tellSpentBudget(foundation),
  });
  const isOurText = (provider: string): boolean => {
    const style = catalogue.profiles.get(provider)?.style;
    return style !== undefined && signsOurText(style);
  };
  const loadActivation = createLoadActivation(db);
  const answerActivation = createAnswerActivation({ db, ledger, once, clock, ...deps });
  return {
    feature: {
      resolvers: [new ActivationResolver({ answerActivation, loadActivation, isOurText, views })],
      prune: async () => ({ activationTries: await ledger.prune(db) }),
    } satisfies Feature,
  };
}
