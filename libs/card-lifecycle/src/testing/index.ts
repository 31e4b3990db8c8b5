export * from './binding-history';
