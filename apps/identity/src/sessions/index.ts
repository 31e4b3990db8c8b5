import type { Feature, FeatureClasses, Foundation } from '@bindery/subgraph';
import type { AccountJournal } from '../accounts';
import type { KnownAddresses } from '../known-addresses';
import type { ReadDevices } from '../devices';
import type { IssueTokens, RefreshTokens } from '../tokens';
import { AccountSessionsResolver } from './account-sessions.resolver';
import { createEndOtherSessions } from './end-other-sessions';
import { createEndSession } from './end-session';
import { EndSessionResolver } from './end-session.resolver';
import { createEndSessions } from './end-sessions';
import { createListSessions } from './list-sessions';
import { createOnceSignedIn } from './once-signed-in';
import { createOnDisputeUpheld } from './upheld/on-dispute-upheld.consumer';
import { createPruneSessions } from './prune-sessions';
import { createRefreshSession } from './refresh/refresh-session';
import { RefreshSessionResolver } from './refresh/refresh-session.resolver';
import { SessionRow } from './session.entity';
import { SessionResolver } from './session.resolver';
import { createStartSession } from './start-session';

export { createEndSessions, type EndSessions } from './end-sessions';
export type { Done, OnceSignedIn, OnceSignedInRefusal } from './once-signed-in';
export { toSignedInAccount, toSignedInFields } from './session.mapper';
export type { SessionEnded } from './refresh/refresh-session.errors';
export { SessionEndedError } from './refresh/session-ended.type';
export type { NotFound } from './session.errors';
export { countSessionsSince, listLiveSessionIds, findSession } from './session.repository';
export { isLive, type Session } from './session.rules';
export type { SignedIn, SignedInViewer } from './signed-in';
export { signedInProblems } from './signed-in.problems';
export { SignedInFields } from './signed-in.result';
export type { StartSession } from './start-session';

export const sessionsClasses = {
  resolvers: [AccountSessionsResolver, SessionResolver, EndSessionResolver, RefreshSessionResolver],
  entities: [SessionRow],
} satisfies FeatureClasses;

export interface SessionsDeps {
  readonly journal: AccountJournal;
  readonly refreshTokens: RefreshTokens;
  readonly issueTokens: IssueTokens;
  readonly readDevices: ReadDevices;
  readonly knownAddresses: KnownAddresses;
}

/** Logins that last: how they start, whatever the factor was, how they are seen, how they go on by refreshing, and how they end. */
export function createSessions(
  { db, once, unitOfWork, clock, security }: Foundation,
  { journal, refreshTokens, issueTokens, readDevices, knownAddresses }: SessionsDeps,
) {
  const endSessions = createEndSessions({ journal, clock });
  const onceSignedIn = createOnceSignedIn({ once, clock });
  return {
    endSessions,
    onceSignedIn,
    startSession: createStartSession({ endSessions, refreshTokens, knownAddresses, clock }),
    feature: {
      resolvers: [
        new AccountSessionsResolver(createListSessions({ db, clock })),
        new SessionResolver(readDevices.byIds),
        new EndSessionResolver({
          one: createEndSession({ onceSignedIn, endSessions }),
          others: createEndOtherSessions({ onceSignedIn, endSessions, clock }),
        }),
        new RefreshSessionResolver(
          createRefreshSession({
            db,
            once,
            unitOfWork,
            refreshTokens,
            issueTokens,
            endSessions,
            knownAddresses,
            clock,
            security,
          }),
        ),
      ],
      subscriptions: { 'bindery.dispute.upheld.v1': createOnDisputeUpheld({ endSessions, clock }) },
      prune: createPruneSessions({ unitOfWork, clock }),
    } satisfies Feature,
  };
}
