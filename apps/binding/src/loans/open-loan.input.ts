import { Field, ID, InputType } from 'type-graphql';
import { OnceInput } from '@bindery/subgraph';
import { ConsentInput } from '../bind';

@InputType({ description: 'Takes an offer of a lender.' })
export class OpenLoanInput extends OnceInput {
  @Field(() => ID, { description: 'Id of the binding at the lender, e.g. binding_01h455vb4pex5vsknk084sn02q.' })
  bindingId!: string;

  @Field(() => ID, { description: 'Id of the offer, from loanOffers, e.g. offer_01h455vb4pex5vsknk084sn02q.' })
  offerId!: string;

  @Field({ description: 'The words of the offer that were shown: LoanOffer.terms, word for word.' })
  consent!: ConsentInput;

  @Field({ description: 'Token of a proof for OPEN_LOAN of this binding, with the digest of the offer.' })
  proof!: string;
}
