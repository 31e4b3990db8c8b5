export const en = {
  name: 'Welcome',
  title: 'Welcome to Bindery',
  body: 'Your account is ready. Add your first card in the app.',
};
