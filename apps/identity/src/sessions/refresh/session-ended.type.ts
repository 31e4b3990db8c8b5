import { ObjectType } from 'type-graphql';
import { Problem } from '@bindery/subgraph';

@ObjectType({
  implements: Problem,
  description:
    'The session is over: the one that the refresh token belongs to, or the one that a login with this idempotency key made; or the token is none of ours. Log in again, with a new idempotency key.',
})
export class SessionEndedError extends Problem {}
