import { Guarded } from '../../components/guarded';
import { ErrorState } from '../../components/error-state';
import { TokenPage } from '../../components/token-page';
import { useT } from '../../translations/use-t';
import { MyTokensFrame } from './my-tokens-frame';
import { SingleToken } from './single-token';
import { TokensList } from './tokens-list';
import { useMyTokens } from './use-my-tokens';

const MyTokens = () => {
  const t = useT();
  const page = useMyTokens();
  const { data, error, isFetching, refetch } = page.answer;

  if (error !== undefined && !isFetching) {
    return (
      <MyTokensFrame>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </MyTokensFrame>
    );
  }
  if (data !== undefined && page.isSingle) return <SingleToken page={page} answer={data} />;
  if (page.issued !== null) {
    const { name } = page.issued.data;
    return (
      <TokenPage
        issued={page.issued}
        guard={page.guard}
        doneMessage={t(page.wasRegenerated ? 'my.done.regenerated' : 'my.done.created', { name })}
        onDone={page.onDone}
      />
    );
  }
  return <TokensList page={page} answer={data} />;
};

const MyTokensPage = () => (
  <Guarded title="my-tokens.title" anyOf={['personal']}>
    <MyTokens />
  </Guarded>
);

export default MyTokensPage;
