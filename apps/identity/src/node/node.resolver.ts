import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { argumentError, listOfAbout, NodeInterface, type RequestContext } from '@bindery/subgraph';
import type { ToNode } from './node.mapper';

/** As many as a page of a list. */
const idsMax = 100;

@Resolver()
export class NodeResolver {
  constructor(private readonly toNode: ToNode) {}

  @Query(() => NodeInterface, {
    nullable: true,
    description:
      'Anything of the viewer’s by its global id. Somebody else’s id and an unknown one answer alike: nothing beyond the id that was given.',
  })
  node(
    @Arg('id', () => ID, { description: 'Global id, e.g. card_01h455vb4pex5vsknk084sn02q.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<NodeInterface | null> {
    return this.toNode(id, context);
  }

  @Directive(listOfAbout(idsMax))
  @Query(() => [NodeInterface], {
    nullable: 'items',
    description: 'As node, for many: one answer for each id, in their order.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: `Global ids, ${idsMax} at most, e.g. card_01h455vb4pex5vsknk084sn02q.` })
    ids: string[],
    @Ctx() context: RequestContext,
  ): Promise<(NodeInterface | null)[]> {
    if (ids.length > idsMax)
      throw argumentError({ en: `ids are ${idsMax} at most.`, 'zh-CN': `ids 最多 ${idsMax} 个。` });
    return Promise.all(ids.map((id) => this.toNode(id, context)));
  }
}
