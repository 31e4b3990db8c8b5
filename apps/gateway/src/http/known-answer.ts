import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { GatewayContext } from '../door/auth/gateway-context';
import type { OperationResult } from '../execution/compile-operation';
import type { KnownOperation } from '../execution/known-operations';
import { lenientStatusOf } from '../limits/lenient-status';
import type { ToPublicError } from '../refusals/public-error';

export interface KnownAnswer {
  readonly status: number;
  readonly body: string;
}

interface Asked {
  readonly operation: KnownOperation;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  readonly context: GatewayContext;
  readonly accept: string | undefined;
  readonly toPublicError: ToPublicError;
}

/** Executes a known operation and writes its answer down, to the byte as the GraphQL server would. */
export async function answerKnown({
  operation,
  variables,
  context,
  accept,
  toPublicError,
}: Asked): Promise<KnownAnswer> {
  let result: OperationResult;
  try {
    result = await operation.run(variables, context);
  } catch (error) {
    return { status: 500, body: write({ errors: [toFormatted(error, toPublicError)] }) };
  }
  const { errors, data, extensions } = result;
  if (!errors) return { status: 200, body: write({ data, extensions }) };
  const told = errors.map((error) => toFormatted(error, toPublicError));
  return {
    status: lenientStatusOf(statusIn(errors), accept, told) ?? 200,
    body: write({ errors: told, data, extensions }),
  };
}

const write = (answer: object): string => `${JSON.stringify(answer)}\n`;

/** An error as the server normalises it before it is formatted. */
function toFormatted(thrown: unknown, toPublicError: ToPublicError): GraphQLFormattedError {
  const error =
    thrown instanceof GraphQLError
      ? thrown
      : new GraphQLError((thrown as Error).message, { originalError: thrown as Error });
  const extensions = { ...error.extensions, code: error.extensions.code ?? 'INTERNAL_SERVER_ERROR' };
  return toPublicError({ ...error.toJSON(), extensions }, thrown);
}

/** An error may bring the status of the whole answer; the last one counts. */
function statusIn(errors: readonly GraphQLError[]): number | undefined {
  const statuses = errors.flatMap(({ extensions }) => {
    const status = (extensions?.http as { status?: unknown } | undefined)?.status;
    return typeof status === 'number' ? [status] : [];
  });
  return statuses.at(-1);
}
