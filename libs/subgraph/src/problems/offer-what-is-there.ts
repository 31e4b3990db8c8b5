import {
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import type { RequestContext } from '../request/request-context';
import type { RemedyType } from './problem';

/** Remedies that could really be taken: support is among them where it can be reached, with the way to it. */
export const reachable = (remedies: readonly RemedyType[], supportUrl: string | null): RemedyType[] =>
  remedies.flatMap((remedy) => {
    if (remedy.code !== 'ContactSupport') return [remedy];
    return supportUrl === null ? [] : [{ ...remedy, url: supportUrl }];
  });

/** Has every list of remedies, of whatever type, answer none that leads nowhere. */
export function offerWhatIsThere(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (!listsRemedies(field.type)) continue;
      const resolve: GraphQLFieldResolver<unknown, RequestContext> = field.resolve ?? defaultFieldResolver;
      field.resolve = async (source, args, context: RequestContext, info) => {
        const remedies = (await resolve(source, args, context, info)) as readonly RemedyType[] | null;
        return remedies && reachable(remedies, context.supportUrl);
      };
    }
  }
}

const listsRemedies = (type: GraphQLOutputType): boolean =>
  getNamedType(type).name === 'Remedy' && isListType(getNullableType(type));
