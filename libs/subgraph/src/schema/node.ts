import { Field, ID, InterfaceType } from 'type-graphql';

/** Relay's Node; each subgraph implements it for the entities it owns, identity answers `node(id)`. */
@InterfaceType('Node', { description: 'Anything with a global id.', autoRegisterImplementations: false })
export abstract class NodeInterface {
  @Field(() => ID, { description: 'Global id: its prefix says what it names, e.g. card_01h455vb4pex5vsknk084sn02q.' })
  id!: string;
}
