import type { DataSource } from 'typeorm';
import type { Clock } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { Accounts } from '../persistence/accounts.repository';
import { createGetViewer } from '../queries/get-viewer';
import { createListBelongings } from '../queries/list-belongings';
import type { ContactVault } from '../secrets/contact-vault';
import type { PasswordHashing } from '../secrets/password-hashing';
import type { PhoneProofs } from '../secrets/proofs';
import type { RefreshTokens } from '../secrets/refresh-token';
import type { IssueTokens } from '../secrets/session-tokens';
import { createEndOtherSessions } from '../use-cases/end-other-sessions';
import { createEndSession } from '../use-cases/end-session';
import { createLimitGuesses } from '../use-cases/limit-guesses';
import { createLogIn } from '../use-cases/log-in';
import { createRefreshSession } from '../use-cases/refresh-session';
import { createRegister } from '../use-cases/register';
import { createResetPassword } from '../use-cases/reset-password';
import { createStartSession } from '../use-cases/start-session';
import { AccountMutations } from './account.mutations';
import { AccountResolver } from './account.resolver';
import type { IdentityGraph } from './build-schema';
import { createFindNode, createOwnReferences } from './node.references';
import { NodeResolver } from './node.resolver';
import { SessionMutations } from './session.mutations';
import { SessionResolver } from './session.resolver';
import { createLoadViewer } from './viewer.loader';

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
