import { Field, ID, InputType } from 'type-graphql';
import { OnceInput } from '@bindery/subgraph';
import { ConsentInput } from '../bind';
import { AllowedPurposeEnum, type AllowedPurpose } from '../catalogue';

@InputType({ description: 'Allows a provider something beside holding a card.' })
export class GiveConsentInput extends OnceInput {
  @Field(() => ID, {
    description: 'Id of the bound card’s binding, e.g. binding_01h455vb4pex5vsknk084sn02q.',
  })
  bindingId!: string;

  @Field(() => AllowedPurposeEnum, { description: 'What for: one of Provider.purposes, e.g. CREDIT_CHECK.' })
  purpose!: AllowedPurpose;

  @Field({ description: 'The words that were shown: those of Provider.purposes in either language.' })
  consent!: ConsentInput;
}
