import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Id } from '@bindery/kernel';
import { connectionOf, DateTimeScalar, JsonObjectScalar } from '@bindery/subgraph';
import { ProviderTermsType } from '../catalogue';
import { ProviderProfileAspectEnum, ProviderProfileOriginEnum } from './provider-profiles.enums';

@ObjectType('ProviderProfileChange', {
  description: 'One field of a profile that is other than in the version before.',
})
export class ProviderProfileChangeType {
  @Field({ description: 'Path in the profile, e.g. restore.windowDays.' })
  field!: string;

  @Field(() => String, { nullable: true, description: 'As JSON, e.g. 95; null where there was nothing.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'As JSON, e.g. 30; null where there is nothing any more.' })
  after!: string | null;
}

@ObjectType('ProviderProfileVersion', {
  description: 'A version of what a provider can do and asks for, and who said so.',
})
export class ProviderProfileVersionType {
  @Field(() => Int, { description: 'Counted from 1 for each provider.' })
  version!: number;

  @Field(() => ProviderProfileOriginEnum, { description: 'Whether a file said it or an operator, e.g. OPERATOR.' })
  origin!: keyof typeof ProviderProfileOriginEnum;

  @Field(() => ID, {
    nullable: true,
    description: 'Account of the operator, e.g. account_01h455vb4pex5vsknk084sn02q; null where a file said it.',
  })
  changedBy!: Id<'account'> | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Account of the other operator, who agreed with a change that loosens, e.g. account_01h455vb4pex5vsknk084sn02q; null where it took none.',
  })
  approvedBy!: Id<'account'> | null;

  @Field(() => DateTimeScalar, { description: 'Since when it is said, UTC.' })
  changedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Why, in the words of the operator.' })
  note!: string | null;

  @Field(() => JsonObjectScalar, {
    description:
      'All of it, in the form of a file of the catalogue: texts have placeholders for name, fee and windows.',
  })
  profile!: Record<string, unknown>;

  @Field(() => [ProviderProfileChangeType], {
    description: 'What is other than in the version before; empty in the first.',
  })
  changes!: ProviderProfileChangeType[];

  @Field(() => [ProviderProfileAspectEnum], { description: 'What these changes are about, e.g. FEE.' })
  aspects!: (keyof typeof ProviderProfileAspectEnum)[];
}

@ObjectType('ProviderProfileVersionConnection', { description: 'A page of versions, the newest first.' })
export class ProviderProfileVersionConnection extends connectionOf(
  'ProviderProfileVersion',
  () => ProviderProfileVersionType,
) {}

@ObjectType('ProviderProfile', { description: 'What a provider can do and asks for, for our operators.' })
export class ProviderProfileType {
  @Field({ description: 'Code of the provider, e.g. seaside-bank.' })
  code!: string;

  @Field({ description: 'The version in force.' })
  current!: ProviderProfileVersionType;

  @Field({ description: 'What holders consent to now, as they are shown it.' })
  terms!: ProviderTermsType;
}
