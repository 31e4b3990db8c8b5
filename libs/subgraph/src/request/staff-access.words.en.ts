export const english = {
  staffOnly: 'This is for our own people, and for another role than yours.',
};
