import { Field, InputType } from 'type-graphql';
import { OnceInput } from '@bindery/subgraph';
import { displayNameMax } from '../accounts';

@InputType({ description: 'What shall be different about the holder; what is left out stays.' })
export class ChangeProfileInput extends OnceInput {
  @Field(() => String, {
    nullable: true,
    description: `What the holder wants to be called, 1 to ${displayNameMax} characters, e.g. 小梅.`,
  })
  displayName?: string | null;

  @Field(() => String, { nullable: true, description: 'Language to be addressed in: zh-CN or en.' })
  locale?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The zone in which moments are told to the holder, as IANA names it, e.g. Asia/Shanghai.',
  })
  timeZone?: string | null;
}
