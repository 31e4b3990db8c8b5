export { createLog, type Log, type LogOptions } from './log';
export { tellError } from './log-error';
