import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { NodeInterface } from '@bindery/subgraph';

/** Types of other services that `node` hands out: an id and nothing else. Their owners decide who may read them. */
abstract class Stub extends NodeInterface {
  constructor(id: string) {
    super();
    this.id = id;
  }
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Card', { implements: NodeInterface })
export class CardStub extends Stub {
  @Field(() => ID, { description: 'Global id, e.g. card_01h455vb4pex5vsknk084sn02q.' })
  override id!: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Binding', { implements: NodeInterface })
export class BindingStub extends Stub {
  @Field(() => ID, { description: 'Global id, e.g. binding_01h455vb4pex5vsknk084sn02q.' })
  override id!: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Challenge', { implements: NodeInterface })
export class ChallengeStub extends Stub {
  @Field(() => ID, { description: 'Global id, e.g. challenge_01h455vb4pex5vsknk084sn02q.' })
  override id!: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Notification', { implements: NodeInterface })
export class NotificationStub extends Stub {
  @Field(() => ID, { description: 'Global id, e.g. notification_01h455vb4pex5vsknk084sn02q.' })
  override id!: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('UsageExport', { implements: NodeInterface })
export class UsageExportStub extends Stub {
  @Field(() => ID, { description: 'Global id, e.g. usage_export_01h455vb4pex5vsknk084sn02q.' })
  override id!: string;
}
