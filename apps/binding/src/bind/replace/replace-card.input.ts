import { Field, ID, InputType } from 'type-graphql';
import { OnceInput } from '@bindery/subgraph';
import type { ReplacementReason } from '../../succession';
import { NewCardInput } from '../start/new-card.input';
import { ConsentInput } from '../start/start-binding.input';
import { ReplacementReasonEnum } from './replace.enums';

@InputType({ description: 'Replaces a card by another of the same provider.' })
export class ReplaceCardInput extends OnceInput {
  @Field(() => ID, { description: 'The binding of the old card, e.g. binding_01h455vb4pex5vsknk084sn02q.' })
  bindingId!: string;

  @Field(() => ReplacementReasonEnum, { description: 'Why, e.g. DAMAGED.' })
  reason!: ReplacementReason;

  @Field({ description: 'What the holder agreed to for the new card.' })
  consent!: ConsentInput;

  @Field({ description: 'The new card.' })
  card!: NewCardInput;
}
