import { Field, ID, InputType } from 'type-graphql';
import { OnceInput } from '@bindery/subgraph';

@InputType({ description: 'Which notifications were read.' })
export class MarkNotificationsReadInput extends OnceInput {
  @Field(() => [ID], {
    description: '1 to 100 ids of own notifications, e.g. notification_01h455vb4pex5vsknk084sn02q.',
  })
  ids!: string[];
}
