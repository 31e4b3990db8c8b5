// The whole repository as one run; each project can also be run alone with `npx nx test <project>`.
module.exports = { projects: ['<rootDir>/{apps,libs}/*/jest.config.cjs', '<rootDir>/tools/jest.config.cjs'] };
