export * from './locale';
export * from './translator';
export * from './remedy-words';
