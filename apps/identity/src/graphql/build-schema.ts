import { buildSubgraph, type ReferenceResolver, type Subgraph } from '@bindery/subgraph';
import { AccountMutations } from '../registration/register.resolver';
import { AccountResolver } from '../accounts/account.resolver';
import { NodeResolver } from '../node/node.resolver';
import { BindingStub, CardStub, ChallengeStub, NotificationStub } from '../node/node-stubs.type';
import { SessionMutations } from '../sessions/end-session.resolver';
import { SessionResolver } from '../sessions/session.resolver';

/** What the composition root makes for the graph; none of it is needed to print the SDL. */
export interface IdentityGraph {
  readonly instances: ReadonlyMap<unknown, object>;
  readonly references: Readonly<Record<string, ReferenceResolver>>;
}

/** The identity subgraph. Without an argument it answers nothing and only serves to print its SDL. */
export function buildIdentitySubgraph(
  { instances, references }: IdentityGraph = { instances: new Map(), references: {} },
): Subgraph {
  return buildSubgraph({
    resolvers: [AccountResolver, SessionResolver, NodeResolver, AccountMutations, SessionMutations],
    orphanedTypes: [CardStub, BindingStub, ChallengeStub, NotificationStub],
    instances,
    references,
  });
}
