import { type Failure, sentencesOf } from './failure';
import { useWording } from './wording';

interface FailureMessageProps {
  failure: Failure | null;
}

/** What went wrong, read out at once. */
export const FailureMessage = ({ failure }: FailureMessageProps) => {
  const { t } = useWording();
  if (failure === null) return null;
  return (
    <div className="api-access-error" role="alert">
      {sentencesOf(failure, t).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
};

interface StatusMessageProps {
  text: string | null;
}

/** What was done; there from the beginning, or else no screen reader reads what comes into it. */
export const StatusMessage = ({ text }: StatusMessageProps) => (
  <p className="api-access-status" role="status">
    {text}
  </p>
);
