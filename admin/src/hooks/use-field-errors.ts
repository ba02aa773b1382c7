import { useCallback, useState } from 'react';

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** The sentence beside a field, or nothing. `tags` also answers for `tags.2`. */
export type ErrorOf = (field: string) => string | undefined;

/** Faults of single fields, whether the contract found them in the browser or the server. */
export const useFieldErrors = () => {
  const [issues, setIssues] = useState<readonly (Issue & { field: string })[]>([]);
  const [reports, setReports] = useState(0);

  const errorOf = useCallback<ErrorOf>(
    (field) =>
      issues.find((issue) => issue.field === field || issue.field.startsWith(`${field}.`))?.message,
    [issues],
  );

  const report = useCallback((found: readonly Issue[]) => {
    setIssues(found.map((issue) => ({ ...issue, field: issue.path.map(String).join('.') })));
    if (found.length > 0) setReports((count) => count + 1);
  }, []);

  /** Takes the sentence away once the field is edited. */
  const clear = useCallback((field: string) => {
    setIssues((current) =>
      current.filter((issue) => issue.field !== field && !issue.field.startsWith(`${field}.`)),
    );
  }, []);

  return { errorOf, report, clear, reports };
};
