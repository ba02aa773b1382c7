/**
 * A database in which the playground has booted once, of each kind: a boot on a copy of it takes a
 * third of one that has to make a hundred tables first. `jest-setup.ts` makes them and says here
 * where they are; without them every database starts empty, and all is slower but the same.
 */
const variableOf = (name: string) => `TEST_TEMPLATE_${name.toUpperCase()}`;

/** A file for SQLite, the name of a database for a server. */
export const templateOf = (name: string): string | undefined => process.env[variableOf(name)];

export const setTemplate = (name: string, template: string | undefined): void => {
  if (template === undefined) Reflect.deleteProperty(process.env, variableOf(name));
  else process.env[variableOf(name)] = template;
};

/** What a maker of databases is asked for. */
export interface WantedDatabase {
  database: string;
  /** What it is a copy of. */
  template: string | undefined;
}
