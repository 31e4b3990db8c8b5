export * from './assert-never';
export * from './branded-id';
export * from './clock';
export * from './invalid-input';
export * from './parse-json';
export * from './remedy';
export * from './result';
export * from './well-formed';
