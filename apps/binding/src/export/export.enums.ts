import { enumOf } from '@bindery/subgraph';
import { exportFormats, exportStates } from './export.rules';

export const UsageExportFormatEnum = enumOf('UsageExportFormat', 'What a file of uses is written as.', exportFormats, {
  CSV: 'A table for spreadsheets: RFC 4180, UTF-8 with a byte order mark; no cell of it is a formula.',
  JSON: 'For programs.',
});

export const UsageExportStateEnum = enumOf('UsageExportState', 'How far a file of uses is.', exportStates, {
  WAITING: 'It will be written soon.',
  WRITING: 'It is being written.',
  READY: 'It can be fetched.',
  CANCELLED: 'It was stopped.',
  EXPIRED: 'Its time is over.',
});
