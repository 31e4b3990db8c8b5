export const en = {
  message: 'Bindery: {body}',
};
