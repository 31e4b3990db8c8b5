import type { DataSource } from 'typeorm';
import type { Clock } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { Accounts } from '../accounts/account.repository';
import { createGetViewer } from '../viewer/get-viewer';
import { createListBelongings } from '../accounts/list-contact-points';
import type { ContactVault } from '../accounts/contact-vault';
import type { PasswordHashing } from '../passwords/password-hashing';
import type { PhoneProofs } from '../proofs/phone-proofs';
import type { RefreshTokens } from '../tokens/refresh-token';
import type { IssueTokens } from '../tokens/issue-tokens';
import { createEndOtherSessions } from '../sessions/end-other-sessions';
import { createEndSession } from '../sessions/end-session';
import { createLimitGuesses } from '../passwords/limit-guesses';
import { createLogIn } from '../log-in/log-in';
import { createRefreshSession } from '../refresh/refresh-session';
import { createRegister } from '../registration/register';
import { createResetPassword } from '../passwords/reset-password';
import { createStartSession } from '../sessions/start-session';
import { AccountMutations } from '../registration/register.resolver';
import { AccountResolver } from '../accounts/account.resolver';
import type { IdentityGraph } from './build-schema';
import { createFindNode, createOwnReferences } from '../node/references.resolver';
import { NodeResolver } from '../node/node.resolver';
import { SessionMutations } from '../sessions/end-session.resolver';
import { SessionResolver } from '../sessions/session.resolver';
import { createLoadViewer } from '../viewer/load-viewer';

export interface ResolversDeps {
  readonly dataSource: DataSource;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly accounts: Accounts;
  readonly vault: ContactVault;
  readonly hashing: PasswordHashing;
  readonly proofs: PhoneProofs;
  readonly refreshTokens: RefreshTokens;
  readonly issueTokens: IssueTokens;
}

/** The part of the composition root that the API needs: use cases and queries, and the resolvers in front of them. */
export function createResolvers(deps: ResolversDeps): IdentityGraph {
  const loadViewer = createLoadViewer(createGetViewer(deps));
  const belongings = createListBelongings(deps);
  const references = createOwnReferences({ loadViewer, belongings });
  const logIn = createLogIn({ ...deps, guesses: createLimitGuesses(deps), startSession: createStartSession(deps) });

  const instances = new Map<unknown, object>([
    [AccountResolver, new AccountResolver(loadViewer, belongings)],
    [SessionResolver, new SessionResolver(belongings)],
    [NodeResolver, new NodeResolver(createFindNode(references))],
    [AccountMutations, new AccountMutations(createRegister(deps), createResetPassword(deps))],
    [
      SessionMutations,
      new SessionMutations({
        logIn,
        refreshSession: createRefreshSession(deps),
        endSession: createEndSession(deps),
        endOtherSessions: createEndOtherSessions(deps),
      }),
    ],
  ]);
  return { instances, references };
}
