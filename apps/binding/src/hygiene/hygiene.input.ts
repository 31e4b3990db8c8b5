import { InputType } from 'type-graphql';
import { OnceInput } from '@bindery/subgraph';

@InputType({ description: 'Does not want to look through what is bound now.' })
export class DismissBindingReviewInput extends OnceInput {}
