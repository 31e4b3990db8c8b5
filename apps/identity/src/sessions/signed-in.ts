import type { Account } from '../accounts';
import type { SessionTokens } from '../tokens';
import type { Session } from './session.rules';

/** Somebody who is signed in, and by which session. */
export interface SignedInViewer {
  readonly account: Account;
  readonly session: Session;
}

/** The same, with what their client needs to go on. */
export interface SignedIn extends SignedInViewer, SessionTokens {}
