import { Field, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '@bindery/subgraph';
import type { CredentialStatus } from '../../providers';
import { CredentialStatusEnum } from './provider-view.enums';

@ObjectType('BindingProviderView', {
  description:
    'How the card should stand at its provider, and how it stood when it was last looked at, or confirmed something (requirement 21).',
})
export class BindingProviderViewType {
  @Field(() => CredentialStatusEnum, {
    nullable: true,
    description: 'How it should stand there, e.g. ACTIVE; null while the provider is being asked to bind it.',
  })
  desired!: CredentialStatus | null;

  @Field(() => CredentialStatusEnum, {
    nullable: true,
    description:
      'How the provider said that it stands, e.g. ACTIVE; SUSPENDED too where the provider holds it by itself; null before it has bound it.',
  })
  observed!: CredentialStatus | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the provider said so, UTC.' })
  observedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'By when it is looked at again, UTC; null where there is nothing to look at.',
  })
  nextLookAt!: Date | null;
}
