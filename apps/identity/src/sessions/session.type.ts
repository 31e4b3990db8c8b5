import type { Id } from '@bindery/kernel';
import { Field, ID, ObjectType } from 'type-graphql';
import { connectionOf, DateTimeScalar, inWords } from '@bindery/subgraph';
import { accessTokenLifetimeMs } from '@bindery/trust';
import type { CurrentSession } from '../accounts';
import { sessionLifetimeMs, type AssuranceLevel, type Session } from './session.rules';
import { AssuranceLevelEnum } from './session.enums';

@ObjectType('Session', {
  description: 'One login that lasts until it is ended, here or elsewhere, or its time is over.',
})
export class SessionType {
  @Field(() => ID, { description: 'Give this to endSession, e.g. session_01h455vb4pex5vsknk084sn02q.' })
  id!: Id<'session'>;

  @Field(() => AssuranceLevelEnum, { description: 'How surely the holder was recognised at login.' })
  assuranceLevel!: AssuranceLevel;

  @Field(() => DateTimeScalar, { description: 'When the holder logged in, UTC.' })
  startedAt!: Date;

  @Field(() => DateTimeScalar, {
    description: `When it last got new tokens, UTC; at most ${inWords(accessTokenLifetimeMs)} behind.`,
  })
  lastUsedAt!: Date;

  @Field(() => DateTimeScalar, {
    description: `When it ends by itself, UTC: ${inWords(sessionLifetimeMs)} after login.`,
  })
  endsAt!: Date;

  @Field({ description: 'Whether this is the session that asks.' })
  isCurrent!: boolean;

  /** For the resolver of `device`; not part of the graph. */
  deviceId!: Session['deviceId'];
  current!: CurrentSession | null;
}

export const SessionConnection = connectionOf('Session', () => SessionType);
