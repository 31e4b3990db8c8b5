import type { Id } from '@bindery/kernel';
import { Field, ID, ObjectType } from 'type-graphql';
import { connectionOf, DateTimeScalar } from '@bindery/subgraph';

@ObjectType('UnknownCredential', {
  description:
    'A credential that a provider has for us and that is nobody’s: readers are told that it is unregistered. It is over when the provider lists it no more.',
})
export class UnknownCredentialType {
  @Field(() => ID, {
    description: 'Id of its case, e.g. case_01h455vb4pex5vsknk084sn02q; not one for node.',
  })
  id!: Id<'case'>;

  @Field({ description: 'Code of the provider, e.g. seaside-bank.' })
  provider!: string;

  @Field({ description: 'What the provider calls it, e.g. cred_8f2k.' })
  credentialReference!: string;

  @Field(() => DateTimeScalar, { description: 'When the provider listed it for the first time, UTC.' })
  firstSeenAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When the provider listed it the last time, UTC.' })
  lastSeenAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Since when people look into it, UTC.' })
  openedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when it is to be cleared up with the provider, UTC.' })
  answerBy!: Date;
}

@ObjectType('UnknownCredentialConnection', { description: 'A page of unknown credentials, the oldest case first.' })
export class UnknownCredentialConnection extends connectionOf('UnknownCredential', () => UnknownCredentialType) {}
