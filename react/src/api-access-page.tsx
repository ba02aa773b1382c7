import { useMemo } from 'react';
import type { FetchLike } from './fetch-like';
import { formatsOf } from './formats';
import type { Target } from './request';
import { Screen } from './screen';
import { subjectOf } from './subject';
import { type APIAccessTexts, translator } from './texts';
import { WordingProvider } from './wording';

export interface APIAccessPageProps {
  /** Where the content API is, with its prefix: `https://cms.example.com/api`. */
  apiUrl: string;
  /**
   * The JWT of users-permissions that the signed-in user has; `null` while nobody is signed in.
   * A renewed one of the same user keeps what is on the screen, another user's starts anew.
   */
  jwt?: string | null | undefined;
  /**
   * Sends the requests in place of `window.fetch`: where a cookie stands for the user, or a JWT is
   * renewed in passing. Without `jwt` it has to say who asks.
   */
  fetch?: FetchLike | undefined;
  /** Own words for any of the texts; English for the others. */
  translations?: Partial<APIAccessTexts> | undefined;
  /** How dates are written, as `de-CH`; as the browser does where absent. */
  locale?: string | undefined;
}

/**
 * The token of a signed-in end user: generated, shown once, regenerated and deleted. Without styles
 * of its own. The clear text lives in the state of this component alone and goes with it.
 */
export const APIAccessPage = ({ apiUrl, jwt, fetch, translations, locale }: APIAccessPageProps) => {
  const formats = useMemo(() => formatsOf(locale), [locale]);
  const wording = useMemo(
    () => ({ t: translator(translations), formats }),
    [translations, formats],
  );
  const token = jwt ?? undefined;
  const target: Target = { apiUrl, jwt: token, fetch };
  const isSignedIn = token !== undefined || fetch !== undefined;
  return (
    <WordingProvider value={wording}>
      {isSignedIn ? (
        <Screen key={`${apiUrl} ${token === undefined ? '' : subjectOf(token)}`} target={target} />
      ) : (
        <div className="api-access" data-state="signed-out">
          <p className="api-access-message">{wording.t('signed-out-text')}</p>
        </div>
      )}
    </WordingProvider>
  );
};
