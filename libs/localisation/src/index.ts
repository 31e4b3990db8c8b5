export * from './in-both-languages';
export * from './locale';
export * from './translator';
export * from './provider-cause-words';
export * from './remedy-words';
export * from './sender';
export * from './time-zone';
