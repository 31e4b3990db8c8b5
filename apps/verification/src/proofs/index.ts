import type { Feature, FeatureClasses, Foundation } from '@bindery/subgraph';
import { readSigningKey } from '@bindery/trust';
import type { ContactSeal } from '../contacts';
import type { VerificationConfig } from '../verification.config';
import { BindingResolver, bindingReference, type BindingResolverDeps } from './binding.resolver';
import { createGetKindName } from './get-kind-name';
import { createGrantProof } from './grant-proof';
import { createIsProofOver } from './is-proof-over';
import { KnownBindingRow } from './known-binding.entity';
import { bindingFacts, createOnBindingChanged, onDisputeDecided } from './on-binding-changed.consumer';

export { BindingType } from './binding.type';
export { sayCardKind } from './card-kind.words';
export { ChallengeProof } from './challenge-proof.type';
export type { GetKindName } from './get-kind-name';
export type { IsProofOver } from './is-proof-over';
export type { GrantedProof, GrantProof } from './grant-proof';
export { listKnownBindings } from './known-binding.repository';
export type { KindName, KnownBinding } from './known-binding.rules';

export const proofsClasses = {
  resolvers: [BindingResolver],
  entities: [KnownBindingRow],
} satisfies FeatureClasses;

export interface ProofsDeps extends BindingResolverDeps {
  readonly config: Pick<VerificationConfig, 'PROOF_PRIVATE_KEY'>;
  readonly contactSeal: ContactSeal;
  /** Whether a dispute about a binding is open, or waits for its holder's proof. */
  readonly isDisputed: Parameters<typeof createIsProofOver>[1];
}

/** What is proved and how: the tokens, the proofs that a binding's next step asks for, and what is known of bindings. */
export async function createProofs(
  { db, clock, countStale }: Foundation,
  { config, contactSeal, countCodesLeft, listUsableFactors, isDisputed }: ProofsDeps,
) {
  const onBindingChanged = createOnBindingChanged(countStale);
  return {
    grantProof: createGrantProof({ contactSeal, signingKey: await readSigningKey(config.PROOF_PRIVATE_KEY) }),
    getKindName: createGetKindName(db),
    isProofOver: createIsProofOver(clock, isDisputed),
    feature: {
      resolvers: [new BindingResolver({ countCodesLeft, listUsableFactors })],
      references: { Binding: bindingReference },
      subscriptions: {
        ...(Object.fromEntries(bindingFacts.map((type) => [type, onBindingChanged])) as Feature['subscriptions']),
        'bindery.dispute.rejected.v1': onDisputeDecided,
        'bindery.dispute.upheld.v1': onDisputeDecided,
      },
    } satisfies Feature,
  };
}
