const addressOf = ({ repository }) =>
  (typeof repository === 'string' ? repository : repository?.url)
    ?.replace(/^git\+/, '')
    .replace(/\.git$/, '');

/**
 * What `package.json` says of the repository that publishes it: npm holds it against the proof of
 * where a package was built, and finds by it the docs and pictures that the README links to. `web`
 * is the address of the repository for browsers. Throws where `package.json` names another one.
 */
export const withRepository = (packageJson, web) => {
  const named = addressOf(packageJson);
  if (named !== undefined && named.toLowerCase() !== web.toLowerCase()) {
    throw new Error(
      `package.json names the repository ${named}, and ${web} is about to publish it.`,
    );
  }
  return {
    ...packageJson,
    homepage: packageJson.homepage ?? `${web}#readme`,
    bugs: packageJson.bugs ?? { url: `${web}/issues` },
    repository: packageJson.repository ?? { type: 'git', url: `git+${web}.git` },
  };
};
