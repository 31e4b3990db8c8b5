import type { Locale } from '@bindery/localisation';
import { createToProblem, requestProblems, toProblem } from '@bindery/subgraph';
import {
  TooManyExportsError,
  UsageExportGoneError,
  UsageExportLockedError,
  UsageExportNotReadyError,
} from './export-errors.type';
import type { CancelExportError, ExportLinkError, ExportUsageError, TooManyExports } from './export.errors';
import type { CancelUsageExportResult, CreateUsageExportLinkResult, ExportUsageResult } from './export.result';
import { say } from './export.words';

const tooMany = ({ retryAt }: TooManyExports, locale: Locale) =>
  Object.assign(
    new TooManyExportsError(),
    toProblem(
      'TOO_MANY_EXPORTS',
      (timeZone) => say(locale, 'TOO_MANY_EXPORTS', { at: retryAt }, timeZone),
      [{ code: 'TryAgain', at: retryAt }],
      locale,
    ),
    { retryAt },
  );

const gone = (_refusal: unknown, locale: Locale) =>
  Object.assign(
    new UsageExportGoneError(),
    toProblem('USAGE_EXPORT_GONE', say(locale, 'EXPORT_GONE'), [{ code: 'ExportRecords' }], locale),
  );

const notReady = (_refusal: unknown, locale: Locale) =>
  Object.assign(
    new UsageExportNotReadyError(),
    toProblem('USAGE_EXPORT_NOT_READY', say(locale, 'EXPORT_NOT_READY'), [{ code: 'TryAgain' }], locale),
  );

const locked = (_refusal: unknown, locale: Locale) =>
  Object.assign(
    new UsageExportLockedError(),
    toProblem(
      'ACCOUNT_LOCKED',
      say(locale, 'ACCOUNT_LOCKED'),
      [{ code: 'ResetPassword' }, { code: 'ContactSupport' }],
      locale,
    ),
  );

const { NOT_FOUND, ...common } = requestProblems;

export const toExportProblem = createToProblem<ExportUsageError, typeof ExportUsageResult>({
  ...common,
  TOO_MANY_EXPORTS: tooMany,
});

export const toCancelProblem = createToProblem<CancelExportError, typeof CancelUsageExportResult>({
  ...common,
  NOT_FOUND,
  EXPORT_GONE: gone,
});

export const toLinkProblem = createToProblem<ExportLinkError, typeof CreateUsageExportLinkResult>({
  ...common,
  NOT_FOUND,
  TOO_MANY_EXPORTS: tooMany,
  EXPORT_NOT_READY: notReady,
  EXPORT_GONE: gone,
  ACCOUNT_LOCKED: locked,
});
