import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { parse } from 'yaml';

const ROOT = path.resolve(__dirname, '..', '..');
const FOLDER = path.join(ROOT, '.github', 'workflows');

interface Step {
  run?: string;
  uses?: string;
  with?: Record<string, unknown>;
  env?: Record<string, unknown>;
}
interface Job {
  needs?: string | string[];
  uses?: string;
  if?: string;
  permissions?: Record<string, string>;
  steps?: Step[];
}
interface Workflow {
  on: Record<string, unknown>;
  jobs: Record<string, Job>;
}

const workflow = (name: string) =>
  parse(readFileSync(path.join(FOLDER, name), 'utf8'), { uniqueKeys: true }) as Workflow;
const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

const jobsOf = (name: string) => Object.values(workflow(name).jobs);
const stepsOf = (name: string) => jobsOf(name).flatMap(({ steps = [] }) => steps);
const commandsOf = (name: string) =>
  stepsOf(name).flatMap(({ run, with: inputs = {} }) =>
    [run, inputs.version, inputs.publish].filter((text) => typeof text === 'string'),
  );

describe.each(readdirSync(FOLDER))('the workflow %s', (name) => {
  it('has jobs, and each waits for jobs that are there', () => {
    const { jobs } = workflow(name);
    expect(Object.keys(jobs)).not.toEqual([]);
    for (const { needs = [] } of Object.values(jobs)) {
      expect(Object.keys(jobs)).toEqual(expect.arrayContaining([needs].flat()));
    }
  });

  it('runs scripts and files that are there', () => {
    const commands = commandsOf(name);
    const asked = commands.flatMap((text) =>
      [...text.matchAll(/npm run (\S+)/g)].map(([, script]) => script),
    );
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(asked));

    const files = [
      ...commands.flatMap((text) => text.match(/^\.[\w./-]+/gm) ?? []),
      ...jobsOf(name).flatMap(({ uses = '' }) => (uses.startsWith('./') ? [uses] : [])),
    ];
    for (const file of files)
      expect([file, existsSync(path.join(ROOT, file))]).toEqual([file, true]);
  });
});

describe('a release', () => {
  const { on, jobs } = workflow('release.yml');
  const { release } = jobs;

  it('is made of the main branch, once CI has passed for that very commit', () => {
    expect(on).toEqual({ push: { branches: ['main'] } });
    expect([release?.needs, jobs.ci?.uses]).toEqual(['ci', './.github/workflows/ci.yml']);
    expect(workflow('ci.yml').on).toHaveProperty('workflow_call');
  });

  it('happens only where the repository says so', () => {
    expect(release?.if).toBe("vars.NPM_PUBLISH == 'true'");
  });

  it('proves to npm where the package was built', () => {
    expect(release?.permissions?.['id-token']).toBe('write');
    const publishing = stepsOf('release.yml').find(({ with: inputs }) => inputs?.publish);
    expect(publishing?.env?.NPM_CONFIG_PROVENANCE).toBe('true');
    expect(scripts.release).toMatch(
      / && node scripts\/name-repository\.mjs && .*changeset publish$/,
    );
  });

  it('publishes only what has its record of the tables', () => {
    expect(scripts.release).toMatch(/^node scripts\/check-record\.mjs && /);
  });
});
