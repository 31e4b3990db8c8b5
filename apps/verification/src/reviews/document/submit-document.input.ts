import { Field, ID, InputType } from 'type-graphql';
import { OnceInput } from '@bindery/subgraph';
import { StatedDocumentTypeEnum } from '../reviews.enums';
import type { StatedType } from './stated-document.rules';

@InputType({ description: 'States a document that a review asks for.' })
export class SubmitDocumentInput extends OnceInput {
  @Field(() => ID, { description: 'Id of the binding, e.g. binding_01h455vb4pex5vsknk084sn02q.' })
  bindingId!: string;

  @Field(() => StatedDocumentTypeEnum, { description: 'What it is: one of Binding.review.documentsWanted.' })
  type!: StatedType;

  @Field({
    description:
      'Its number, e.g. 11010519491231002X. Of it a keyed fingerprint and the last four characters are kept.',
  })
  number!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its last day, e.g. 2034-05-01; left out for an identity card that is good for good.',
  })
  expiresOn?: string | null;
}
