import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Which notifications were read.' })
export class MarkNotificationsReadInput {
  @Field({ description: 'Made by the client, new for each thing it wants done; 16 to 64 of A-Z a-z 0-9 _ -.' })
  idempotencyKey!: string;

  @Field(() => [ID], {
    description: '1 to 100 ids of own notifications, e.g. notification_01h455vb4pex5vsknk084sn02q.',
  })
  ids!: string[];
}
