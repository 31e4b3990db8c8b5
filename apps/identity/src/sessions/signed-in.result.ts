import { Field, ObjectType } from 'type-graphql';
import { DateTimeScalar, inWords } from '@bindery/subgraph';
import { accessTokenLifetimeMs } from '@bindery/trust';
import { AccountType } from '../accounts';
import { SessionType } from './session.type';

/** What both ways to tokens answer. */
@ObjectType()
export abstract class SignedInFields {
  @Field({ description: 'Who is signed in.' })
  account!: AccountType;

  @Field({ description: 'Goes into the header `authorization: Bearer …` of each request.' })
  accessToken!: string;

  @Field(() => DateTimeScalar, {
    description: `When the access token ends, UTC: ${inWords(accessTokenLifetimeMs)} after it was given.`,
  })
  accessTokenExpiresAt!: Date;

  @Field({ description: 'Gets the next tokens by refreshSession, once. Keep it where only this app can read it.' })
  refreshToken!: string;

  @Field({
    description:
      'Says that this device is the account’s. Keep it like the refresh token, also when logged out, and send it with the next logIn and with startChallenge for RESET_PASSWORD: then nobody else’s tries keep its owner out.',
  })
  deviceToken!: string;

  @Field({ description: 'The session that the tokens belong to.' })
  session!: SessionType;
}
