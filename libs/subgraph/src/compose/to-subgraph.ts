import type { ClassType, NonEmptyArray } from 'type-graphql';
import { firstRepeated } from '@bindery/kernel';
import { offerWhatIsThere } from '../problems/offer-what-is-there';
import { tellInZone } from '../problems/tell-in-zone';
import { buildSubgraph, type Subgraph } from '../schema/build-subgraph';
import type { Feature, FeatureClasses } from './feature';

/** The subgraph out of the features' classes. Without features, which make the instances, it can be printed and not asked. */
export function toSubgraph(classes: readonly FeatureClasses[], features: readonly Feature[] = []): Subgraph {
  const made = features.flatMap(({ resolvers = [] }) => resolvers);
  const subgraph = buildSubgraph({
    resolvers: classes.flatMap(({ resolvers = [] }) => resolvers) as unknown as NonEmptyArray<ClassType>,
    orphanedTypes: classes.flatMap(({ types = [] }) => types),
    instances: new Map(made.map((instance) => [instance.constructor, instance])),
    references: mergeReferences(features),
  });
  offerWhatIsThere(subgraph.schema);
  tellInZone(subgraph.schema);
  return subgraph;
}

/** What answers references, by entity. A name that two features claim is an error of the composition. */
function mergeReferences(features: readonly Feature[]): NonNullable<Feature['references']> {
  const all = features.flatMap(({ references = {} }) => Object.entries(references));
  const twice = firstRepeated(all.map(([name]) => name));
  if (twice) throw new Error(`two features answer references to ${twice}`);
  return Object.fromEntries(all);
}
