import { createUnionType, Directive, Field, Int, ObjectType } from 'type-graphql';
import { IdempotencyKeyReusedError, InvalidInputError, listOfAbout, NotFoundError } from '@bindery/subgraph';
import { AccountType } from '../accounts';
import { DeviceType } from '../devices';
import { EmergencyCheckEnum } from './emergency.enums';
import type { EmergencyCheckCode } from './emergency.rules';

@ObjectType('EmergencyCheck', { description: 'Something to go through now.' })
export class EmergencyCheckType {
  @Field(() => EmergencyCheckEnum, { description: 'Stable code, e.g. LOGINS.' })
  code!: EmergencyCheckCode;

  @Field({ description: 'What to do, in the language of the caller.' })
  title!: string;

  @Field({ description: 'Why, and what was found, in the language of the caller.' })
  text!: string;

  @Field(() => Int, { nullable: true, description: 'How many there were lately, where it is known at once.' })
  count!: number | null;

  @Field(() => String, { nullable: true, description: 'Where it is done, if not in this app.' })
  url!: string | null;
}

@ObjectType({ description: 'All other sessions are ended; what is bound on the device is being held.' })
export class ReportEmergencySuccess {
  @Field(() => Int, { description: 'How many sessions were ended.' })
  endedSessionCount!: number;

  @Field({ description: 'The account, with the session it still has.' })
  account!: AccountType;

  @Field(() => DeviceType, {
    nullable: true,
    description: 'The device in other hands; null if it is only the account.',
  })
  lostDevice!: DeviceType | null;

  @Directive(listOfAbout(6))
  @Field(() => [EmergencyCheckType], { description: 'What to go through now, the most urgent first.' })
  checks!: EmergencyCheckType[];
}

export const ReportEmergencyResult = createUnionType({
  name: 'ReportEmergencyResult',
  description: 'What came of reportEmergency.',
  types: () => [ReportEmergencySuccess, NotFoundError, InvalidInputError, IdempotencyKeyReusedError] as const,
});
