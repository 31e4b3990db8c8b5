import { Field, ObjectType } from 'type-graphql';
import { MoneyType } from '@bindery/subgraph';

@ObjectType('Mandate', {
  description: 'A recurring payment, or the repayment of a loan: somebody collects by themselves (requirement 16).',
})
export class MandateType {
  @Field({ description: 'Its name at the provider, e.g. m-1; not one for node.' })
  id!: string;

  @Field({ description: 'Who collects, as the provider says it, e.g. Video Club.' })
  merchant!: string;

  @Field(() => MoneyType, {
    nullable: true,
    description: 'What is collected next; null where the provider does not say, or it differs each time.',
  })
  amount!: MoneyType | null;

  @Field(() => String, {
    nullable: true,
    description: 'Day of the next collection, e.g. 2026-12-01; null where the provider does not say.',
  })
  nextOn!: string | null;
}

@ObjectType('PendingPayment', { description: 'A payment that is not settled yet (requirement 16).' })
export class PendingPaymentType {
  @Field({ description: 'Its name at the provider, e.g. pay-1; not one for node.' })
  id!: string;

  @Field({ description: 'What is pending.' })
  amount!: MoneyType;

  @Field({ description: 'What for, as the provider says it, e.g. Taxi.' })
  about!: string;
}
