import { createUnionType, Field, ObjectType } from 'type-graphql';
import {
  DateTimeScalar,
  IdempotencyKeyReusedError,
  inWords,
  InvalidInputError,
  NotFoundError,
} from '@bindery/subgraph';
import {
  TooManyExportsError,
  UsageExportGoneError,
  UsageExportLockedError,
  UsageExportNotReadyError,
} from './export-errors.type';
import { linkLifetimeMs } from './export.rules';
import { UsageExportType } from './usage-export.type';

@ObjectType({ description: 'The file will be written.' })
export class ExportUsageSuccess {
  @Field({ description: 'It, with its progress.' })
  export!: UsageExportType;
}

@ObjectType({ description: 'The file is not written any further.' })
export class CancelUsageExportSuccess {
  @Field({ description: 'It.' })
  export!: UsageExportType;
}

@ObjectType({ description: 'Where the file can be fetched.' })
export class CreateUsageExportLinkSuccess {
  @Field({
    description: `Path and query at the host of the graph, for GET without further headers, e.g. /usage-exports/01h455vb4pex5v…; good for ${inWords(linkLifetimeMs)}. It is a secret: whoever has it has the file.`,
  })
  path!: string;

  @Field(() => DateTimeScalar, { description: 'Until when it is good, UTC; then ask for another.' })
  expiresAt!: Date;
}

export const ExportUsageResult = createUnionType({
  name: 'ExportUsageResult',
  description: 'What became of exportUsage.',
  types: () => [ExportUsageSuccess, TooManyExportsError, InvalidInputError, IdempotencyKeyReusedError] as const,
});

export const CancelUsageExportResult = createUnionType({
  name: 'CancelUsageExportResult',
  description: 'What became of cancelUsageExport.',
  types: () =>
    [
      CancelUsageExportSuccess,
      UsageExportGoneError,
      NotFoundError,
      InvalidInputError,
      IdempotencyKeyReusedError,
    ] as const,
});

export const CreateUsageExportLinkResult = createUnionType({
  name: 'CreateUsageExportLinkResult',
  description: 'What became of createUsageExportLink.',
  types: () =>
    [
      CreateUsageExportLinkSuccess,
      UsageExportNotReadyError,
      UsageExportGoneError,
      UsageExportLockedError,
      TooManyExportsError,
      NotFoundError,
      InvalidInputError,
      IdempotencyKeyReusedError,
    ] as const,
});
