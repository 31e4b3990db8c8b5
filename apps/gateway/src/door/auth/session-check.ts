import { type Id, systemClock } from '@bindery/kernel';
import type { Refusal } from '../../refusals/refusal';
import type { OperationKind } from '../admission/operation-kind';
import { ended } from './read-viewer';
import type { GatewayContext } from './gateway-context';

/** Sessions that ended before their tokens do, as the event log tells of them. */
export interface EndedSessionsFeed {
  hasEnded(sessionId: Id<'session'>): boolean;
  /** All that was in the log at this time is known here; milliseconds since the epoch, 0 while it is still read. */
  readonly toldAsOf: number;
}

/** Asks identity whether the session goes on; undefined where it does not answer in time. */
export type AskIdentity = (context: GatewayContext) => Promise<boolean | undefined>;

/** Whether the session behind a token that the feed has nothing against goes on, as far as this operation has to know it. */
export type CheckSession = (context: GatewayContext, kind: OperationKind | undefined) => Promise<Refusal | undefined>;

export interface SessionCheckDeps {
  /** Undefined where there is no event log. */
  readonly feed: EndedSessionsFeed | undefined;
  readonly askIdentity: AskIdentity;
  readonly now?: () => number;
}

/** So old the feed still says who is signed in. The log is asked at least once a second: older means that it does not answer, or is still being read. */
export const feedFreshMs = 5_000;

/** So old it still does for reading, where identity does not answer either: a while in which both restart. */
const readsGoOnMs = 120_000;

/** When a new try makes sense. */
const tryAgainMs = 2_000;

/** Identity looks at the session in the transaction of these, and answers a repetition of what ended the very session that asks. */
const identityLooks = new Set([
  'endSession',
  'endOtherSessions',
  'refreshSession',
  'changePassword',
  'changeProfile',
  'renameDevice',
]);

/** By real time, as when the log was read is told by: whether so much is known of ended sessions that they are told from those that go on. */
export const isFresh = (feed: Pick<EndedSessionsFeed, 'toldAsOf'>, now = Date.now()): boolean =>
  now - feed.toldAsOf <= feedFreshMs;

/**
 * A token outlives its session by minutes, and the event that ends it comes a moment late, or not at all while the log is away. So who writes is asked for
 * at identity, where the session is; the feed decides where identity does not answer, and where neither is known nothing is written. Who reads
 * is told by the feed; where that is not fresh, by identity (ADR 36).
 */
export function createSessionCheck({ feed, askIdentity, now = Date.now }: SessionCheckDeps): CheckSession {
  return async (context, kind) => {
    const { viewer } = context.claims;
    if (!viewer) return undefined;
    const writes = isWrite(kind);
    const fresh = feed !== undefined && isFresh(feed, now());
    if (!writes && (fresh || !feed)) return undefined;
    const goesOn = await askIdentity(context);
    if (goesOn !== undefined) return goesOn ? undefined : ended();
    const readsGoOn = !writes && feed !== undefined && now() - feed.toldAsOf <= readsGoOnMs;
    return fresh || readsGoOn ? undefined : unconfirmed();
  };
}

const isWrite = (kind: OperationKind | undefined): boolean =>
  kind?.isMutation === true && ![...kind.rootFields].every((field) => identityLooks.has(field));

function unconfirmed(): Refusal {
  const until = new Date(systemClock.nowMs() + tryAgainMs);
  return { code: 'SESSION_UNCONFIRMED', status: 503, until, remedies: [{ code: 'TryAgain', at: until }] };
}
