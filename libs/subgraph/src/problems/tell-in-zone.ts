import { isObjectType, type GraphQLSchema } from 'graphql';
import type { RequestContext } from '../request/request-context';
import type { Problem } from './problem';

/** Has the message of every problem that names a moment tell it in the zone of whoever asks. */
export function tellInZone(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || !type.getInterfaces().some(({ name }) => name === 'Problem')) continue;
    const { message } = type.getFields();
    if (message)
      message.resolve = async ({ message: told }: Problem, _args, { timeZone }: RequestContext) =>
        typeof told === 'string' ? told : told(await timeZone());
  }
}
