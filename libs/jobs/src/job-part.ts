import { firstRepeated } from '@bindery/kernel';
import type { ScheduledJob } from './create-job-runner';
import type { JobSchemas, Jobs } from './define-jobs';
import type { JobHandlers } from './job-handlers';

/** The jobs of one feature with what is done for each; a service runs those of all its features. */
export interface JobPart {
  readonly schemas: JobSchemas;
  /** Each is called with a payload that its own schema has parsed. */
  readonly handlers: JobHandlers<JobSchemas>;
  readonly schedule: readonly ScheduledJob<JobSchemas>[];
}

/** Says what a feature does for each of its jobs, and which of them run by the clock (five fields of cron, in UTC). */
export const handleJobs = <Schemas extends JobSchemas>(
  { schemas }: Jobs<Schemas>,
  handlers: JobHandlers<Schemas>,
  schedule: readonly ScheduledJob<Schemas>[] = [],
): JobPart => ({
  schemas,
  handlers: handlers as unknown as JobPart['handlers'],
  schedule: schedule as JobPart['schedule'],
});

/** The jobs of a whole service; a name that two features claim is an error of the composition. */
export function mergeJobParts(parts: readonly JobPart[]): JobPart {
  const twice = firstRepeated(parts.flatMap(({ schemas }) => Object.keys(schemas)));
  if (twice) throw new Error(`two features have a job ${twice}`);
  return {
    schemas: Object.assign({}, ...parts.map(({ schemas }) => schemas)) as JobSchemas,
    handlers: Object.assign({}, ...parts.map(({ handlers }) => handlers)) as JobPart['handlers'],
    schedule: parts.flatMap(({ schedule }) => schedule),
  };
}
