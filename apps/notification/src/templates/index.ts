export { nameKind } from './kind-names.words';
export { renderMessage } from './render-message';
export { renderNotification } from './render-notification';
