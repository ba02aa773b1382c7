import { useCallback, useState } from 'react';
import { type Failure, failureOf } from '../api/failure';

export interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** The sentence beside a field, or nothing. `tags` also answers for `tags.2`. */
export type ErrorOf = (field: string) => string | undefined;

const isIn = (issue: { field: string }, field: string) =>
  issue.field === field || issue.field.startsWith(`${field}.`);

/** A conflict lasts until one loads what is stored now, whatever is typed meanwhile. */
const isLasting = (failure: Failure | null) => failure?.code === 'revision_conflict';

/**
 * What is wrong with a form: faults of single fields, whether the contract found them in the
 * browser or the server, and why the form as a whole was not saved.
 */
export const useFieldErrors = () => {
  const [issues, setIssues] = useState<readonly (Issue & { field: string })[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [reports, setReports] = useState(0);

  const errorOf = useCallback<ErrorOf>(
    (field) => issues.find((issue) => isIn(issue, field))?.message,
    [issues],
  );

  /** Takes over what the contract found, in place of all that was wrong before. */
  const report = useCallback((found: readonly Issue[]) => {
    setFailure(null);
    setIssues(found.map((issue) => ({ ...issue, field: issue.path.map(String).join('.') })));
    if (found.length > 0) setReports((count) => count + 1);
  }, []);

  /** Takes over why the request failed. */
  const fail = useCallback(
    (thrown: unknown) => {
      const reason = failureOf(thrown);
      report(reason.issues);
      setFailure(reason);
    },
    [report],
  );

  /** Takes the sentences away once a field is edited, and what was said of the form as it was. */
  const clear = useCallback((...fields: readonly string[]) => {
    setIssues((current) => current.filter((issue) => !fields.some((field) => isIn(issue, field))));
    setFailure((current) => (isLasting(current) ? current : null));
  }, []);

  /** Takes away why the form was not saved. */
  const dismiss = useCallback(() => {
    setFailure(null);
  }, []);

  return { errorOf, report, fail, clear, dismiss, failure, reports };
};
