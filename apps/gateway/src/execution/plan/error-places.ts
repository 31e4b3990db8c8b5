import { GraphQLError, type GraphQLSchema } from 'graphql';
import { clientPlace } from '../shaping/client-place';
import type { ObjectShape } from '../shaping/response-shape';
import { lostPlaces, placesOf } from './lost-places';
import type { Path, PlanRun, ErrorPlace, Values } from './plan-run';

/**
 * Places that are told of one failed fetch. A page of a list has a hundred items at most, so a client misses none of its own screen; a
 * list of lists would otherwise make what is told of the missing larger than any answer.
 */
const placesMax = 100;

/** An answer as the client gets it, with what it was made out of. */
export interface Made {
  readonly run: PlanRun;
  readonly root: ObjectShape;
  readonly data: Values | null;
  readonly supergraph: GraphQLSchema;
}

/**
 * The errors of an answer with their places in it. A fetch that failed is told once for each place that it left null. What went wrong with
 * a field that only the plan asked for is told of the places that therefore are null.
 */
export function errorsOf(made: Made): GraphQLError[] {
  const places = new ObjectPlaces(made.run.data);
  return made.run.problems.flatMap((problem) => {
    if ('errorAt' in problem)
      return clientPaths(made, problem.place && places.pathOf(problem.place)).map(problem.errorAt);
    const { error, lost } = problem;
    const own = leftNull(made, lostPlaces(made.run, lost, made.supergraph));
    const paths = own.length > 0 ? own : dependentsOf(made, lostPlaces(made.run, lost, made.supergraph));
    return paths.length > 0 ? paths.map((path) => withPath(error, path)) : [error as GraphQLError];
  });
}

function withPath(error: unknown, path: Path): GraphQLError {
  const { message, extensions } = error as GraphQLError;
  return new GraphQLError(message, { path, extensions, originalError: error as Error });
}

/** Where the client sees an error that came with this path in the merged answer. */
function clientPaths(made: Made, source: Path | undefined): readonly (Path | undefined)[] {
  if (!source) return [undefined];
  const { path, isAsked, isNull } = clientPlace(made.root, made.run.data, made.data, source);
  if (isAsked || isNull) return [path];
  const dependents = dependentsOf(made, [source]);
  return dependents.length > 0 ? dependents : [undefined];
}

/** Where objects stand in the merged answer, looked up once for each path of the plan: many entities may fail at once. */
class ObjectPlaces {
  private readonly known = new Map<string, ReadonlyMap<Values, Path>>();

  constructor(private readonly data: Values) {}

  pathOf({ path, object, below }: ErrorPlace): Path | undefined {
    if (!object) return [...path, ...below];
    const key = path.join('.');
    const places =
      this.known.get(key) ?? new Map(Array.from(placesOf(this.data, path), (each) => [each.object, each.path]));
    this.known.set(key, places);
    const place = places.get(object);
    return place && [...place, ...below];
  }
}

/** Those of the places that the client asked for and that are null in its answer, in its names; the first of them. */
function leftNull({ root, run, data }: Made, sources: Iterable<Path>): Path[] {
  const found: Path[] = [];
  for (const source of sources) {
    const { path, isAsked, isNull } = clientPlace(root, run.data, data, source);
    if (isAsked && isNull) found.push(path);
    if (found.length === placesMax) break;
  }
  return found;
}

/** Places of the same objects that are null because these, which they need, are missing. */
function dependentsOf(made: Made, sources: Iterable<Path>): Path[] {
  const around = new Set<string>();
  for (const source of sources) source.forEach((_, length) => around.add(source.slice(0, length).join('.')));
  return leftNull(made, waitingIn(made, around));
}

function* waitingIn({ run, supergraph }: Made, around: ReadonlySet<string>): Iterable<Path> {
  for (const { objects, represented, ...lost } of run.leftOut) {
    const sent = new Set(represented);
    const waiting = { ...lost, objects: objects.filter((object) => !sent.has(object)) };
    for (const place of lostPlaces(run, waiting, supergraph)) if (around.has(place.slice(0, -1).join('.'))) yield place;
  }
}
