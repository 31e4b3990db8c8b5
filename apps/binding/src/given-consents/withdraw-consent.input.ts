import { Field, ID, InputType } from 'type-graphql';
import { OnceInput } from '@bindery/subgraph';

@InputType({ description: 'Takes a consent back.' })
export class WithdrawConsentInput extends OnceInput {
  @Field(() => ID, { description: 'Id of the consent, e.g. consent_01h455vb4pex5vsknk084sn02q.' })
  consentId!: string;
}
