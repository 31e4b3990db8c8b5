import type { SubgraphAnswer, SubgraphRequest } from '../execution/subgraph';
import type { HttpAnswer } from './exchange';
import { keyAlias } from './operation-body';
import { SubgraphFailure } from './subgraph-failure';

interface Reference {
  readonly __typename?: unknown;
  readonly id?: unknown;
}

/**
 * The GraphQL answer in an HTTP answer. Throws BAD_ANSWER for anything else: another status than that of an answer
 * (200, or 400 for a request that is not valid), text that is no JSON, entities that were not asked for.
 */
export function readAnswer(
  { statusCode, body }: HttpAnswer,
  { variables, mayBe }: Pick<SubgraphRequest, 'variables' | 'mayBe'>,
): SubgraphAnswer {
  if (statusCode !== 200 && statusCode !== 400) throw new SubgraphFailure('BAD_ANSWER', `status ${statusCode}`);
  const answer = parseObject(body);
  const { data, errors } = answer;
  if (data === undefined && errors === undefined) throw new SubgraphFailure('BAD_ANSWER', 'neither data nor errors');
  if (data !== undefined && data !== null && !isObject(data))
    throw new SubgraphFailure('BAD_ANSWER', 'data is no object');
  if (errors !== undefined && !(Array.isArray(errors) && errors.every(isObject)))
    throw new SubgraphFailure('BAD_ANSWER', 'errors is no list');
  const asked = variables.representations;
  if (data && Array.isArray(asked))
    checkEntities((data as { _entities?: unknown })._entities, {
      asked: asked as readonly Reference[],
      mayBeMissing: errors !== undefined,
      mayBe,
    });
  return answer;
}

interface Expected {
  readonly asked: readonly Reference[];
  readonly mayBeMissing: boolean;
  readonly mayBe: SubgraphRequest['mayBe'];
}

/** One entity for each that was asked for, in that order: whatever else it is, a mix-up must never show one person what is another's. */
function checkEntities(entities: unknown, { asked, mayBeMissing, mayBe }: Expected): void {
  if ((entities === null || entities === undefined) && mayBeMissing) return;
  if (!Array.isArray(entities) || entities.length !== asked.length)
    throw new SubgraphFailure('BAD_ANSWER', 'another number of entities than asked for');
  for (let index = 0; index < asked.length; index++) {
    const entity: unknown = entities[index];
    if (entity === null) continue;
    if (
      !isObject(entity) ||
      isOther(entity.__typename, asked[index]?.__typename, mayBe) ||
      differs(entity[keyAlias] ?? entity.id, asked[index]?.id)
    )
      throw new SubgraphFailure('BAD_ANSWER', 'an entity that was not asked for');
  }
}

/** What is asked for by an interface has the name of its own type. */
const isOther = (found: unknown, asked: unknown, mayBe: SubgraphRequest['mayBe']) =>
  differs(found, asked) &&
  !(typeof found === 'string' && typeof asked === 'string' && mayBe !== undefined && mayBe(found, asked));

const differs = (found: unknown, asked: unknown) => found !== undefined && asked !== undefined && found !== asked;

function parseObject(body: string): SubgraphAnswer & Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    throw new SubgraphFailure('BAD_ANSWER', 'no JSON');
  }
  if (!isObject(parsed)) throw new SubgraphFailure('BAD_ANSWER', 'no JSON object');
  return parsed;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
