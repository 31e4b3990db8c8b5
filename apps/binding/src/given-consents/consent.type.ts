import { Field, ID, ObjectType } from 'type-graphql';
import type { Id } from '@bindery/kernel';
import { connectionOf, DateTimeScalar, enumOf } from '@bindery/subgraph';
import { BindingType } from '../cards';
import { ProviderType } from '../catalogue';
import { consentPurposes } from '../consents';
import { LenderStandingEnum } from '../lender-requests';
import { consentStates } from './consent-state.rules';

export const ConsentStateEnum = enumOf('ConsentState', 'Whether a consent is made use of.', consentStates, {
  IN_FORCE: 'Its card is bound, or on the way there or back.',
  ENDED: 'Its card is off: nothing goes on under it.',
  WITHDRAWN: 'The holder has taken it back.',
});

export const ConsentPurposeEnum = enumOf('ConsentPurpose', 'What a consent is for.', consentPurposes, {
  BIND: 'To bind a card and keep it usable.',
  CREDIT_CHECK: 'To look up the holder’s credit record.',
  REPAYMENT_DEBIT: 'To collect repayments by itself.',
  DATA_SHARING: 'To be told what the holder does with its account here. Not asked for any more: nothing was ever told.',
  LOAN: 'To open one loan, in the words of its offer.',
});

@ObjectType('Consent', { description: 'What the holder agreed to, for one purpose (requirement 41).' })
export class ConsentType {
  @Field(() => ID, { description: 'Its id, e.g. consent_01h455vb4pex5vsknk084sn02q; not one for node.' })
  id!: Id<'consent'>;

  @Field(() => ConsentStateEnum, { description: 'Whether it is made use of, e.g. IN_FORCE.' })
  state!: keyof typeof ConsentStateEnum;

  @Field(() => ConsentPurposeEnum, { description: 'What for, e.g. CREDIT_CHECK.' })
  purposeCode!: keyof typeof ConsentPurposeEnum;

  @Field({ description: 'What for, in the language of the caller.' })
  purpose!: string;

  @Field({ description: 'Whom it was given to.' })
  provider!: ProviderType;

  @Field({ description: 'Version of the terms, e.g. 2026-01; Provider.termsOfVersion has them in both languages.' })
  version!: string;

  @Field({ description: 'The words exactly as they were shown and agreed to.' })
  text!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The language they were shown in: zh-CN or en; null of consents from before it was kept.',
  })
  locale!: string | null;

  @Field(() => DateTimeScalar, { description: 'Since when, UTC.' })
  givenAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken back, UTC; null if it was not.' })
  withdrawnAt!: Date | null;

  @Field(() => LenderStandingEnum, {
    nullable: true,
    description:
      'Whether its provider knows: that it was given, or that it was taken back. Null where the provider is told by the binding itself.',
  })
  atProvider!: keyof typeof LenderStandingEnum | null;

  @Field(() => BindingType, {
    nullable: true,
    description:
      'The binding that it stands with: that which it was given for, or the one that took its place by a move.',
  })
  binding!: BindingType | null;

  @Field(() => BindingType, {
    nullable: true,
    description: 'The binding that it was given for, where it has gone over from there; null where it has not.',
  })
  givenOn!: BindingType | null;
}

@ObjectType('ConsentConnection', { description: 'A page of consents, the newest first.' })
export class ConsentConnection extends connectionOf('Consent', () => ConsentType) {}
