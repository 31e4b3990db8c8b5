export const en = {
  SESSION_ENDED: 'You have been signed out. Please log in again.',
};
