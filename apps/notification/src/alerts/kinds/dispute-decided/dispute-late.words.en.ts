export const en = {
  title: 'Your dispute about your {provider} card takes longer',
  body: 'We have not decided about your {provider} card{timed, select, yes { by {until, date, moment}} other {}} as we should have. Your dispute stays open, and we look into it first.',
};
