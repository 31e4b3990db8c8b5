import { Field, InputType } from 'type-graphql';
import { passNameMax } from './pass.rules';

@InputType({ description: 'A pass that the platform issues.' })
export class PassInput {
  @Field({
    description: `The name that the pass shows, e.g. Li Mei; at most ${passNameMax} characters. Nothing else of its holder stands on it.`,
  })
  holderName!: string;
}

export const passInput = { inputType: PassInput, description: 'For a pass in the phone’s own wallet.' };
